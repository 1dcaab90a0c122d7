"""The fields of ActivityStreams 2.0, and those that Mastodon and its kin write beside them.

The vocabulary lets every field stand in every object, so that there is one set for all of them. What has a
prefix, or is declared in the object's own context, is an extension by design and is not told.
"""

from pydantic_core import to_json

from kibbutz_cli.readers.base import fields
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.parsing.jsonvalues import Fields, list_of

VOCABULARY = fields(
    """
    @context @id @type @graph id type actor object target result origin instrument attachment attributedTo
    audience content contentMap context name nameMap endTime generator icon image inReplyTo location preview
    published replies startTime summary summaryMap tag updated url to bto cc bcc mediaType duration
    href rel hreflang height width oneOf anyOf closed accuracy altitude latitude longitude radius units
    subject relationship describes formerType deleted
    totalItems current first last items orderedItems partOf next prev startIndex
    source inbox outbox following followers liked likes shares streams preferredUsername endpoints proof
    signature
    """
)
"""What the vocabulary and ActivityPub define."""

EXTENSIONS = fields(
    """
    sensitive atomUri inReplyToAtomUri conversation votersCount blurhash focalPoint emoji directMessage
    quote quoteUri quoteUrl quoteUrlMap quoteAuthorization interactingObject interactionTarget
    interactionPolicy canQuote canReply canLike canAnnounce approvedBy
    _misskey_content _misskey_quote _misskey_reaction _misskey_votes _misskey_summary isCat speakAsCat vcard
    context_id formerRepresentations reactions emojiReactions announcements
    dislikes comments commentsEnabled canReplyPolicy stickied distinguished language breadcrumbs expires
    views uuid category licence originallyPublishedAt value postingRestrictedToMods moderators
    featured featuredTags featuredCollections manuallyApprovesFollowers discoverable indexable memorial
    suspended publicKey devices alsoKnownAs movedTo capabilities bookmarks attributionDomains
    searchableBy showFeatured showMedia showRepliesInMedia assertionMethod invisible webfinger
    """
)
"""What servers write beside: Mastodon, Misskey, Pleroma, GoToSocial, Lemmy, PeerTube, Pixelfed, WordPress."""

FIELDS = VOCABULARY | EXTENSIONS

MENTION = fields("type href name id icon updated rel mediaType")
"""The fields of what a post is tagged with: a person, a hashtag or an emoji."""


def expect(item: Fields, budget: Budget) -> None:
    """Tell the budget what stands in an activity, its object, or a tag of that, and should not."""
    if "type" not in item and "@type" not in item:
        return
    _expect(item, item, budget, "")
    thing = item.get("object")
    if type(thing) is not dict:
        return
    _expect(thing, item, budget, "object")
    if tags := thing.get("tag"):
        for tag in list_of(tags):
            if type(tag) is dict:
                budget.expects(MENTION, tag, "object.tag")


def _expect(thing: Fields, item: Fields, budget: Budget, within: str) -> None:
    if thing.keys() <= FIELDS:
        return
    # A name declared in a context holds for all that is inside.
    declared = to_json((item.get("@context"), thing.get("@context"))).decode()
    budget.expects(FIELDS, thing, within, lambda key: ":" in key or f'"{key}":' in declared)
