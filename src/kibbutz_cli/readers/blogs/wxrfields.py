"""The elements of WordPress exports, of WXR 1.0 to 1.2 and of RSS, which it extends."""

from collections.abc import Mapping

from kibbutz_cli.readers.base import fields
from kibbutz_cli.readers.budget import Budget

CHANNEL = fields(
    """
    title link description language copyright managingEditor webMaster pubDate lastBuildDate category
    generator docs cloud ttl image rating textInput skipHours skipDays item
    wp:wxr_version wp:base_site_url wp:base_blog_url wp:author wp:category wp:tag wp:term
    """
)

AUTHOR = fields(
    """
    wp:author_id wp:author_login wp:author_email wp:author_display_name wp:author_first_name
    wp:author_last_name
    """
)

ITEM = fields(
    """
    title link description author category comments enclosure guid pubDate source
    dc:creator content:encoded excerpt:encoded
    wp:post_id wp:post_date wp:post_date_gmt wp:post_modified wp:post_modified_gmt wp:comment_status
    wp:ping_status wp:post_name wp:status wp:post_parent wp:menu_order wp:post_type wp:post_password
    wp:is_sticky wp:attachment_url wp:postmeta wp:comment
    """
)

COMMENT = fields(
    """
    wp:comment_id wp:comment_author wp:comment_author_email wp:comment_author_url wp:comment_author_IP
    wp:comment_date wp:comment_date_gmt wp:comment_content wp:comment_approved wp:comment_type
    wp:comment_parent wp:comment_user_id wp:commentmeta
    """
)


def expect(known: frozenset[str], told: Mapping[str, object], budget: Budget, within: str = "") -> None:
    """Tell the budget which elements are not known; those of other prefixes are extensions by design."""
    budget.expects(known, told, within, _is_extension)


def _is_extension(tag: str) -> bool:
    return ":" in tag and not tag.startswith("wp:")
