"""The fields of what the WordPress REST API answers, and those that widespread plug-ins put beside them."""

from kibbutz_cli.readers.base import fields
from kibbutz_cli.readers.blogs.wprestsite import COMMENT, POST, USER, authors, what
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of

_PLUGINS = fields(
    """
    jetpack_featured_media_url jetpack_publicize_connections jetpack_sharing_enabled jetpack_shortlink
    jetpack_likes_enabled jetpack-related-posts jetpack_publicize_feature_enabled yoast_head yoast_head_json
    acf aioseo_notices aioseo_head aioseo_head_json aioseo_meta_data amp_enabled amp_validity parsely
    parselyMeta rank_math_title rank_math_description coauthors co_authors authors translations
    pll_sync_post wpml_current_locale wpml_translations better_featured_image featured_image_src
    featured_image_src_square featured_image_url featured_image_urls featured_media_src_url author_info
    comment_info category_info tag_info comments_num uagb_featured_image_src uagb_author_info
    uagb_comment_info uagb_excerpt rttpg_featured_image_url rttpg_author rttpg_comment rttpg_category
    rttpg_excerpt simple_local_avatar mpp_avatar woocommerce_meta
    """
)

_ANY = _PLUGINS | fields("id link meta lang _links _embedded")

FIELDS = {
    POST: _ANY
    | fields(
        """
        date date_gmt guid modified modified_gmt slug status type password permalink_template generated_slug
        class_list title content excerpt author featured_media comment_status ping_status sticky template
        format categories tags parent menu_order block_version footnotes
        alt_text caption description media_type mime_type media_details post source_url
        missing_image_sizes filename filesize
        """
    ),
    COMMENT: _ANY
    | fields(
        """
        author author_email author_ip author_name author_url author_user_agent author_avatar_urls content
        date date_gmt parent post status type password
        """
    ),
    USER: _ANY
    | fields(
        """
        username name first_name last_name email url description locale nickname slug registered_date roles
        password capabilities extra_capabilities avatar_urls is_super_admin
        """
    ),
}
"""The fields of an object by what it is: those of a post are those of a page and a picture, too."""

CONTENT = fields("raw rendered protected block_version")


def expect(item: Fields, budget: Budget) -> None:
    """Tell the budget what stands in an object, its words or its embedded authors, and should not."""
    if known := FIELDS.get(what(item)):
        budget.expects(known, item)
        budget.expects(CONTENT, fields_of(item.get("content")), "content")
        for author in authors(item):
            budget.expects(FIELDS[USER], author, "author")
