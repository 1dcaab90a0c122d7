"""The fields of what X archives and the X API hold: tweets, accounts, likes and follows, in every version."""

from kibbutz_cli.readers.base import fields
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, list_of

TWEET = fields(
    """
    created_at id id_str text full_text source truncated display_text_range lang user user_id user_id_str
    tweet_id in_reply_to_status_id in_reply_to_status_id_str in_reply_to_user_id in_reply_to_user_id_str
    in_reply_to_screen_name geo coordinates place contributors annotations
    is_quote_status quoted_status_id quoted_status_id_str quoted_status quoted_status_permalink
    retweeted_status retweeted_status_id retweeted_status_id_str current_user_retweet
    quote_count reply_count retweet_count favorite_count view_count favorited retweeted
    entities extended_entities extended_tweet edit_info edit_history edit_controls ext_edit_control
    possibly_sensitive possibly_sensitive_appealable possibly_sensitive_editable filter_level
    matching_rules timestamp_ms metadata scopes card card_uri withheld_copyright withheld_in_countries
    withheld_scope conversation_id conversation_id_str supplemental_language self_thread
    community_id community_id_str
    """
)
"""Of the API v1.1, of its streams and searches, and of archives since the first."""

USER = fields(
    """
    id id_str name screen_name location derived url description entities protected verified verified_type
    followers_count fast_followers_count normal_followers_count friends_count listed_count
    favourites_count statuses_count media_count created_at utc_offset time_zone geo_enabled lang
    contributors_enabled is_translator is_translation_enabled translator_type has_extended_profile
    profile_background_color profile_background_image_url profile_background_image_url_https
    profile_background_tile profile_banner_url profile_image_url profile_image_url_https
    profile_link_color profile_sidebar_border_color profile_sidebar_fill_color profile_text_color
    profile_use_background_image profile_location profile_image_extensions_alt_text
    profile_interstitial_type default_profile default_profile_image withheld_in_countries withheld_scope
    following follow_request_sent notifications muting blocking blocked_by live_following can_dm
    can_media_tag has_custom_timelines advertiser_account_type advertiser_account_service_levels
    business_profile_state require_some_consent status pinned_tweet_ids pinned_tweet_ids_str email suspended
    needs_phone_verification
    """
)
"""Of the API v1.1."""

MENTIONED = fields("screen_name name id id_str indices")

TWEET_V2 = fields(
    """
    id text author_id created_at conversation_id in_reply_to_user_id referenced_tweets attachments geo
    context_annotations entities withheld public_metrics non_public_metrics organic_metrics
    promoted_metrics possibly_sensitive lang reply_settings source edit_controls edit_history_tweet_ids
    note_tweet card_uri community_id display_text_range scopes suggested_source_links
    suggested_source_links_with_counts media_metadata article username paid_partnership matched_media_notes
    author in_reply_to_user type matching_rules __twarc
    """
)
"""Of the API v2, and of twarc's flattened tweets, which hold what they refer to."""

USER_V2 = fields(
    """
    id name username created_at description entities location pinned_tweet_id most_recent_tweet_id
    profile_image_url profile_banner_url protected public_metrics url verified verified_type withheld
    connection_status affiliation is_identity_verified parody receives_your_dm subscription
    subscription_type verified_followers_count start end
    """
)
"""Of the API v2; among the people a tweet names, with the place where it does."""

METRICS = fields("retweet_count reply_count like_count quote_count bookmark_count impression_count")

PAGE = fields("data includes errors meta matching_rules __twarc title detail type")

NOTE = fields("noteTweetId createdAt updatedAt lifecycle core")
LIKE = fields("tweetId fullText expandedUrl")
FOLLOW = fields("accountId userLink")
ACCOUNT = fields("email phoneNumber createdVia username accountId createdAt accountDisplayName")
PROTECTED = fields("protectedAt action")
"""Of the further files of an archive, as the one that comes with it describes them."""


def expect(tweet: Fields, budget: Budget) -> None:
    """Tell the budget what stands in a tweet of an archive or of v1.1, or in its people, and should not."""
    budget.expects(TWEET, tweet)
    if user := fields_of(tweet.get("user")):
        budget.expects(USER, user, "user")
    for mention in list_of(fields_of(tweet.get("entities")).get("user_mentions")):
        budget.expects(MENTIONED, fields_of(mention), "entities.user_mentions")
