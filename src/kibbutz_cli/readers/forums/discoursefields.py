"""The fields that a Discourse forum's topics, posts and users' activities are known to have."""

from kibbutz_cli.readers.base import fields

POST = fields(
    """
    id post_number post_type topic_id topic_slug topic_title topic_html_title category_id _category_id
    user_id username name display_username avatar_template uploaded_avatar_id user_title title_is_group
    user_deleted user_suspended user_status user_custom_fields user_cakedate user_birthdate user_signature
    trust_level admin moderator staff group_moderator primary_group_name flair_name flair_url flair_bg_color
    flair_color flair_group_id badges_granted
    created_at updated_at deleted_at deleted_by cooked cooked_hidden raw excerpt truncated post_url version
    edit_reason wiki last_wiki_edit locked locale language is_localized localization_outdated
    has_post_localizations post_localizations static_doc via_email is_auto_generated notice
    action_code action_code_who action_code_path actions_summary link_counts mentioned_users
    reply_count reply_to_post_number reply_to_user quote_count avg_time incoming_link_count reads
    readers_count score like_count hidden hidden_reason_id
    yours read bookmarked bookmark_reminder_at bookmark_id bookmark_name bookmark_auto_delete_preference
    draft_sequence can_edit can_delete can_permanently_delete can_recover can_see_hidden_post can_wiki
    can_translate can_localize_post can_view_edit_history can_accept_answer can_unaccept_answer
    accepted_answer topic_accepted_answer reviewable_id reviewable_score_count reviewable_score_pending_count
    polls polls_votes event calendar_details
    blurb topic_title_headline
    reactions current_user_reaction current_user_used_main_reaction reaction_users_count likeable
    post_voting_vote_count post_voting_user_voted_direction post_voting_has_votes comments comments_count
    """
)
"""The last lines are those of a search, and of Discourse's own plugins."""

USER = fields(
    """
    id username name avatar_template uploaded_avatar_id trust_level admin moderator primary_group_name
    primary_group_id flair_name flair_url flair_bg_color flair_color flair_group_id post_count status
    animated_avatar
    """
)

TOPIC = fields(
    """
    id title fancy_title unicode_title slug archetype category_id created_at updated_at deleted_at deleted_by
    user_id last_posted_at last_poster last_poster_username views posts_count reply_count like_count
    participant_count highest_post_number word_count image_url thumbnails excerpt tags tags_descriptions
    tags_disable_ads featured_link featured_link_root_domain external_id visible closed archived pinned
    pinned_globally pinned_at pinned_until unpinned bumped bumped_at has_summary has_best_of summarizable
    locale fancy_title_localized
    draft draft_key draft_sequence starred posted liked bookmarked bookmarks unseen unread unread_posts
    new_posts last_read_post_number last_read_post_id current_post_number notification_level
    user_last_posted_at
    post_stream timeline_lookup details actions_summary suggested_topics related_topics
    suggested_group_name chunk_size message_bus_last_id has_deleted expandable_first_post
    moderator_posts_count filtered_posts_count is_warning message_archived topic_timer
    destination_category_id pm_with_non_human_user queued_posts_count pending_posts pending_posts_count
    show_read_indicator requested_group_name is_shared_draft slow_mode_seconds slow_mode_enabled_until
    published_page visibility_reason_id
    posters participants op_like_count op_can_like op_liked first_post_id liked_post_numbers
    bookmarked_post_numbers allowed_user_count participant_groups category categories cooked
    is_hot
    accepted_answer accepted_answers has_accepted_answer can_have_answer can_vote vote_count user_voted
    is_post_voting assigned_to_user assigned_to_group indirectly_assigned_to
    event_starts_at event_ends_at discourse_zendesk_plugin_zendesk_id valid_reactions
    """
)
"""The fields of a topic, by itself and in lists; the last lines are those of Discourse's own plugins."""

DETAILS = fields(
    """
    created_by last_poster participants allowed_users allowed_groups links suggested_topics
    notification_level notifications_reason_id auto_close_at auto_close_hours
    auto_close_based_on_last_post can_move_posts can_edit can_delete can_permanently_delete can_recover
    can_remove_allowed_users can_remove_self_id can_invite_to can_invite_via_email can_create_post
    can_reply_as_new_topic can_flag_topic can_convert_topic can_review_topic can_edit_tags
    can_publish_page can_close_topic can_archive_topic can_split_merge_topic can_edit_staff_notes
    can_toggle_topic_visibility can_pin_unpin_topic can_moderate_category can_banner_topic
    can_localize_topic
    """
)

POSTER = fields("extras description user_id user primary_group_id primary_group flair_group_id flair_group")
ANSWER = POST | fields("url accepter accepter_username accepter_name")
"""The fields of what a topic says of an accepted answer."""

COMMENT = fields(
    """
    id user_id name username created_at raw cooked deleted_at post_voting_vote_count qa_vote_count user_voted
    available_flags reviewable_id
    """
)
"""The fields of a comment below a post, where posts are voted on."""

ACTION = fields(
    """
    action_type created_at excerpt truncated avatar_template acting_avatar_template uploaded_avatar_id
    acting_uploaded_avatar_id slug topic_id target_user_id target_name target_username post_number post_id
    post_type reply_to_post_number username name user_id acting_username acting_name acting_user_id title
    deleted hidden moderator_action edit_reason category_id closed archived action_code action_code_who
    action_code_path post_url
    """
)
"""The fields of one of a user's activities."""
