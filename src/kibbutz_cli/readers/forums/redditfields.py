"""The fields that Reddit's comments and submissions are known to have, in dumps of all ages."""

from kibbutz_cli.readers.base import fields

_ALL = fields(
    """
    id name author author_fullname author_created_utc author_cakeday author_flair_background_color
    author_flair_css_class author_flair_richtext author_flair_template_id author_flair_text
    author_flair_text_color author_flair_type author_is_blocked author_patreon_flair author_premium
    subreddit subreddit_id subreddit_name_prefixed subreddit_type permalink created created_utc
    utc_datetime_str edited score score_hidden ups downs likes saved gilded gildings all_awardings
    associated_award awarders total_awards_received top_awarded_type treatment_tags distinguished stickied
    locked archived no_follow send_replies can_gild can_mod_post quarantine quarantined num_comments
    num_reports over_18 mod_note mod_reason_by mod_reason_title mod_reports user_reports report_reasons
    steward_reports approved approved_by approved_at_utc banned_by banned_at_utc ban_note removed spam
    ignore_reports removal_reason removed_by removed_by_category unrepliable_reason media_metadata rte_mode
    retrieved_on retrieved_utc updated_on updated_utc _meta
    """
)

COMMENT = _ALL | fields(
    """
    body body_html body_sha1 parent_id link_id link_title link_author link_url link_permalink replies depth
    nest_level reply_delay sub_reply_delay controversiality is_submitter collapsed collapsed_reason
    collapsed_reason_code collapsed_because_crowd_control comment_type editable expression_asset_data
    permalink_url profile_img profile_over_18
    """
)

SUBMISSION = _ALL | fields(
    """
    title selftext selftext_html url url_overridden_by_dest domain is_self is_video is_gallery is_meta
    is_original_content is_crosspostable is_robot_indexable is_reddit_media_domain is_created_from_ads_ui
    thumbnail thumbnail_height thumbnail_width preview post_hint post_categories media media_embed media_only
    secure_media secure_media_embed gallery_data poll_data tournament_data collections audio_room
    rpan_video crosspost_parent crosspost_parent_list num_crossposts num_duplicates upvote_ratio
    view_count subreddit_subscribers link_flair_background_color link_flair_css_class link_flair_richtext
    link_flair_template_id link_flair_text link_flair_text_color link_flair_type hidden hide_score clicked
    visited pinned spoiler contest_mode suggested_sort discussion_type category content_categories
    brand_safe whitelist_status wls parent_whitelist_status pwls allow_live_comments event_start event_end
    event_is_live from from_id from_kind reports sr_detail previous_visits
    author_id adserver_click_url adserver_imp_pixel call_to_action campaign_id creative_id disable_comments
    domain_override embed_type embed_url events href_url imp_pixel is_blank is_survey_ad mobile_ad_url
    original_link outbound_link priority_id product_ids promoted promoted_by promoted_display_name
    promoted_url show_media third_party_trackers third_party_tracking
    third_party_tracking_2
    """
)
"""The last lines are those of what was paid for."""
