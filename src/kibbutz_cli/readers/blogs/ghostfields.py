"""The columns of the tables of a Ghost site that are read, over its versions, and in what its API answers."""

from kibbutz_cli.readers.base import fields
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.parsing.jsonvalues import Fields

_CHANGED = fields("id uuid created_at created_by updated_at updated_by")

_POSTS = fields(
    """
    title slug mobiledoc lexical markdown html plaintext comment_id image feature_image featured page type
    status language locale visibility author_id author published_at published_by custom_excerpt
    codeinjection_head codeinjection_foot custom_template canonical_url amp newsletter_id
    show_title_and_feature_image email_recipient_filter send_email_when_published
    meta_title meta_description og_image og_title og_description twitter_image twitter_title
    twitter_description email_subject email_only frontmatter feature_image_alt feature_image_caption
    authors tags primary_author primary_tag tiers url excerpt reading_time access comments count email
    newsletter email_segment
    """
)
"""Of a post; the last lines are what the API tells with it, and columns of ``posts_meta``."""

_USERS = fields(
    """
    name slug password email image profile_image cover cover_image bio website location facebook twitter
    threads bluesky mastodon tiktok youtube instagram linkedin accessibility status language locale
    visibility meta_title meta_description tour last_login last_seen ghost_auth_id ghost_auth_access_token
    comment_notifications free_member_signup_notification paid_subscription_started_notification
    paid_subscription_canceled_notification mention_notifications recommendation_notifications
    milestone_notifications donation_notifications roles url count
    """
)

_MEMBERS = fields(
    """
    transient_id email status name expertise note geolocation subscribed enable_comment_notifications
    email_count email_opened_count email_open_rate email_disabled last_seen_at last_commented_at commenting
    """
)

FIELDS = {
    "posts": _POSTS | _CHANGED,
    "comments": _CHANGED | fields("post_id member_id parent_id in_reply_to_id status html edited_at"),
    "comment_likes": _CHANGED | fields("comment_id member_id"),
    "users": _USERS | _CHANGED,
    "members": _MEMBERS | _CHANGED,
    "roles": _CHANGED | fields("name description"),
    "roles_users": fields("id role_id user_id"),
    "posts_authors": fields("id post_id author_id sort_order"),
    "settings": _CHANGED | fields("group key value type flags"),
}
"""The columns of a table by its name."""


def expect(table: str, row: Fields, authors: list[Fields], budget: Budget) -> None:
    """Tell the budget what stands in a row, or in the authors that a post carries, and should not."""
    budget.expects(FIELDS[table], row, table)
    for author in authors:
        budget.expects(FIELDS["users"], author, "authors")
