"""The types of what WordPress and its plug-ins keep as posts: which nobody wrote for others to read."""

import re

from pydantic_core import from_json

from kibbutz_cli.readers.patterns import pattern

_MACHINERY = frozenset({
    "nav_menu_item", "revision", "custom_css", "customize_changeset", "oembed_cache", "user_request",
    "acf", "amp_validated_url", "astra-advanced-hook", "bp-email", "buddypress", "ct_template",
    "custom-css-js", "es_template", "et_pb_layout", "feedback", "fep_message", "gp_elements", "guest-author",
    "mailpoet_page", "mc4wp-form", "ml-slider", "nf_sub", "polylang_mo", "popup", "popup_theme",
    "postman_sent_mail", "product_variation", "rank_math_schema", "redirect_rule", "scheduled-action",
    "tablepress_table", "taxopress_logs", "ticket_reply", "vc4_templates", "vc_grid_item", "wpcode",
    "wpdiscuz_form", "wp-rest-api-log",
})  # fmt: skip

_PREFIXES = (
    "wp_", "wp-types-", "acf-", "edd_", "elementor_", "fl-", "flamingo_", "forminator_", "frm_", "fusion_",
    "jp_pay_", "shop_", "sureforms_", "wpcf7", "wpforms",
)  # fmt: skip
"""How the types of WordPress itself and of plug-ins begin that keep templates, forms, orders and messages."""

_SERIALIZED = pattern(r"[aO]:\d+:.*\}", re.DOTALL)
"""What PHP writes for itself."""

OWN = frozenset({"", "post", "page"})
"""What everybody knows as a post; old exports name no type."""


def is_machinery(kind: str) -> bool:
    """Return whether posts of a type are settings, orders or messages to whoever keeps the site."""
    return kind in _MACHINERY or kind.startswith(_PREFIXES)


def is_setting(kind: str, text: str, address: str) -> bool:
    """Return whether a post of a plug-in's own type is a setting: it has no page, or a program wrote it.

    Of a type that nobody can open WordPress gives the address ``?post_type=TYPE&p=NUMBER``.
    """
    if kind in OWN:
        return False
    return not (text or address) or f"?post_type={kind}&" in address or _is_data(text)


def _is_data(text: str) -> bool:
    """Return whether a program wrote a text for itself."""
    if not text.startswith(("[", "{")):
        return _SERIALIZED.fullmatch(text) is not None
    try:
        return isinstance(from_json(text), dict | list)
    except ValueError:
        return False
