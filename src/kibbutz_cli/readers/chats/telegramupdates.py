"""The updates that Telegram's bot interface gives, as the messages that Telegram Desktop would export."""

from collections.abc import Iterator

from kibbutz_cli.model.activity import IgnoredReason, Outcome, RejectionCode
from kibbutz_cli.readers.base import fields
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.chats.telegrammessages import Chat, Messages
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, list_of, text_of
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record

NEW = ("message", "channel_post")
EDITED = ("edited_message", "edited_channel_post")

FORWARDS = ("forward_origin", "forward_from", "forward_from_chat", "forward_sender_name")
PARTS = {
    "text_mention": "mention_name",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote",
}
"""The entities of a text that are parts of it in an export, with their names there."""

PRIVATE = "private"
TO_CHANNEL = "is_direct_messages"
"""What is true of a chat in which people write to those who run a channel, each alone with them."""

TOPIC = "forum_topic_created"
"""What the notice holds that every message of a topic seems to answer, unless it answers another one."""

UPDATE_FIELDS = fields(
    """
    update_id message edited_message channel_post edited_channel_post business_connection business_message
    edited_business_message deleted_business_messages message_reaction message_reaction_count inline_query
    chosen_inline_result callback_query shipping_query pre_checkout_query purchased_paid_media poll
    poll_answer my_chat_member chat_member chat_join_request chat_boost removed_chat_boost
    """
)
MESSAGE_FIELDS = fields(
    """
    message_id message_thread_id direct_messages_topic from sender_chat sender_boost_count
    sender_business_bot date business_connection_id chat forward_origin forward_from forward_from_chat
    forward_from_message_id forward_signature forward_sender_name forward_date is_topic_message
    is_automatic_forward reply_to_message external_reply quote reply_to_story reply_to_checklist_task_id
    via_bot edit_date has_protected_content is_from_offline is_paid_post media_group_id author_signature
    paid_star_count text entities link_preview_options suggested_post_info effect_id animation audio document
    paid_media photo sticker story video video_note voice caption caption_entities show_caption_above_media
    has_media_spoiler checklist contact dice game poll venue location new_chat_members new_chat_member
    new_chat_participant left_chat_member left_chat_participant new_chat_title new_chat_photo
    delete_chat_photo group_chat_created supergroup_chat_created channel_chat_created
    message_auto_delete_timer_changed migrate_to_chat_id migrate_from_chat_id pinned_message invoice
    successful_payment refunded_payment users_shared user_shared chat_shared gift unique_gift
    gift_upgrade_sent connected_website write_access_allowed passport_data proximity_alert_triggered
    boost_added chat_background_set checklist_tasks_done checklist_tasks_added direct_message_price_changed
    forum_topic_created forum_topic_edited forum_topic_closed forum_topic_reopened
    general_forum_topic_hidden general_forum_topic_unhidden giveaway_created giveaway giveaway_winners
    giveaway_completed paid_message_price_changed suggested_post_approved suggested_post_approval_failed
    suggested_post_declined suggested_post_paid suggested_post_refunded video_chat_scheduled
    video_chat_started video_chat_ended video_chat_participants_invited voice_chat_scheduled
    voice_chat_started voice_chat_ended voice_chat_participants_invited web_app_data reply_markup
    """
)
SENDER_FIELDS = fields(
    """
    id is_bot first_name last_name username language_code is_premium added_to_attachment_menu
    can_join_groups can_read_all_group_messages supports_inline_queries can_connect_to_business
    has_main_web_app has_topics_enabled
    """
)
CHAT_FIELDS = fields(
    """
    id type title username first_name last_name is_forum is_direct_messages all_members_are_administrators
    """
)
"""The fields of what the bot interface gives: updates, messages, who wrote them, and chats."""

_HEAD = pattern(rb'\{[^{]*"result"\s*:\s*\[\s*\{')
_UPDATE = pattern(rb'"update_id"\s*:\s*\d')
_BARE = pattern(r"-(?:100(?=\d{6}))?")
"""What stands before the number of a group or channel in the bot interface only."""


class Updates:
    """What a bot saw, chat by chat."""

    def __init__(self) -> None:
        self._chats: dict[str, Messages] = {}

    def outcomes(self, value: object, record: Record, budget: Budget) -> Iterator[Outcome]:
        """Yield what an update is; an edit is the message that was told before."""
        update = fields_of(value)
        budget.expects(UPDATE_FIELDS, update)
        message = next((fields_of(update[key]) for key in NEW if key in update), {})
        chat = fields_of(message.get("chat"))
        if not message or chat.get("type") == PRIVATE or chat.get(TO_CHANNEL) is True:
            budget.record()
            yield _left_out(update, record)
            return
        budget.expects(MESSAGE_FIELDS, message, "message")
        budget.expects(SENDER_FIELDS, fields_of(message.get("from")), "message.from")
        budget.expects(CHAT_FIELDS, chat, "message.chat")
        chat_id = _BARE.sub("", text_of(chat.get("id")), count=1)
        name = text_of(chat.get("title"))
        if chat_id not in self._chats:
            self._chats[chat_id] = Messages(Chat(chat_id, name, text_of(chat.get("type"))))
        yield from self._chats[chat_id].outcomes(_exported(message), record, budget)


def is_updates_head(head: bytes) -> bool:
    """Return whether a file begins like the updates of a bot."""
    return _HEAD.match(head) is not None and _UPDATE.search(head) is not None


def _left_out(update: Fields, record: Record) -> Outcome:
    if any(key in update for key in NEW):
        return record.ignored(IgnoredReason.PRIVATE)
    if any(key in update for key in EDITED):
        return record.ignored(IgnoredReason.DUPLICATE)
    if "update_id" in update:
        return record.ignored(IgnoredReason.NOT_ACTIVITY)
    return record.rejected(RejectionCode.MALFORMED, "no update: expected an object with an update_id")


def _exported(message: Fields) -> Fields:
    """Return a message in the words of Telegram Desktop."""
    # Who writes as a group or channel has the name of a program beside it, for old bots.
    sender = fields_of(message.get("sender_chat")) or fields_of(message.get("from"))
    answered = fields_of(message.get("reply_to_message"))
    came, left = message.get("new_chat_members"), fields_of(message.get("left_chat_member"))
    exported: Fields = {
        "id": message.get("message_id"),
        "type": "message",
        "date_unixtime": text_of(message.get("date")),
        "from": _name(sender),
        "from_id": _peer(sender),
        "text": _parts(message),
        "reply_to_message_id": answered.get("message_id") if TOPIC not in answered else None,
    }
    if any(message.get(key) for key in FORWARDS):
        source = _source(message)
        exported |= {"forwarded_from": _name(source), "forwarded_from_id": _peer(source)}
    if sender.get("is_bot") is True:
        return {"type": "unsupported"}
    if came or left:
        who = fields_of(came[0]) if type(came) is list and came else left
        alone = _peer(who) == _peer(sender)
        action = "invite_members" if came else "remove_members"
        names = [exported["from"]] if alone else []
        exported |= {"type": "service", "action": action, "members": names, "actor": exported["from"]}
        exported["actor_id"] = exported["from_id"]
    return exported


def _source(message: Fields) -> Fields:
    """Return the user or chat whose words are forwarded; nothing where that is hidden."""
    origin = fields_of(message.get("forward_origin"))
    told = (message.get("forward_from"), message.get("forward_from_chat"))
    found = (*(origin.get(key) for key in ("sender_user", "sender_chat", "chat")), *told)
    return next(filter(None, map(fields_of, found)), {})


def _parts(message: Fields) -> list[object]:
    """Return the words of a message or below its picture in parts: those that name somebody, or quote."""
    told = "text" if "text" in message else "caption"
    units = text_of(message.get(told)).encode("utf-16-le", "replace")  # entities count these
    parts: list[object] = []
    end = 0
    entities = message.get("entities" if told == "text" else "caption_entities")
    for entity in map(fields_of, list_of(entities)):
        start, length = entity.get("offset"), entity.get("length")
        kind = PARTS.get(text_of(entity.get("type")))
        if kind is None or type(start) is not int or type(length) is not int or start * 2 < end:
            continue
        parts.append(units[end : start * 2].decode("utf-16-le", "replace"))
        end = (start + length) * 2
        words = units[start * 2 : end].decode("utf-16-le", "replace")
        user = text_of(fields_of(entity.get("user")).get("id"))
        parts.append({"type": kind, "text": words, "user_id": user})
    parts.append(units[end:].decode("utf-16-le", "replace"))
    return [part for part in parts if part]


def _name(sender: Fields) -> str:
    parts = (text_of(sender.get(key)) for key in ("first_name", "last_name"))
    return " ".join(filter(None, parts)) or text_of(sender.get("title"))


def _peer(sender: Fields) -> str | None:
    number = text_of(sender.get("id"))
    if not number:
        return None
    return f"channel{_BARE.sub('', number, count=1)}" if number.startswith("-") else f"user{number}"
