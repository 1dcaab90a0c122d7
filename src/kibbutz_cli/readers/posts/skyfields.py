"""The fields of what Bluesky keeps and answers: records, posts as servers show them, and events."""

from kibbutz_cli.readers.base import fields
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, list_of

POST = fields(
    """
    $type text entities facets reply embed langs labels tags createdAt via
    bridgyOriginalText bridgyOriginalUrl fediverseId
    """
)
"""Of a post, with what bridges from other networks and other programs write into it."""

TOWARDS = fields("$type subject createdAt via direction")
"""Of a like, a repost, a follow, and of the votes that there were before likes."""

RECORDS = {
    "app.bsky.feed.post": POST,
    "app.bsky.feed.like": TOWARDS,
    "app.bsky.feed.repost": TOWARDS,
    "app.bsky.feed.vote": TOWARDS,
    "app.bsky.graph.follow": TOWARDS,
}
"""The fields of a record by its collection; those of others are not read."""

REPLY = fields("$type root parent")
EMBED = fields("$type images external record media video captions alt aspectRatio presentation items")
FACET = fields("$type index features")
FEATURE = fields("$type did uri tag")
ENTITY = fields("$type index type value")
"""Of what is inside a post: what it answers, what it shows, and whom and what its text names, the last in
words of today and of 2022."""

KEPT = fields("$type uri cid value")
"""Of a record in a list of them."""

ANSWER = fields(
    """
    cursor feed posts hitsTotal thread threadgate hasOtherReplies records uri cid value subject
    likes repostedBy notifications priority seenAt accountMeta postRecords capturedAt
    """
)

SHOWN = fields(
    """
    $type post reply reason feedContext reqId parent replies threadContext
    uri cid author record embed bookmarkCount replyCount repostCount likeCount quoteCount upvoteCount
    downvoteCount indexedAt viewer labels threadgate debug notFound blocked detached
    depth moreParents moreReplies opThread opThreadPostIndex opThreadPostCount hiddenByThreadgate
    mutedByViewer reasonSubject isRead
    """
)
"""Of a post as a server shows it, and of what it stands in: an entry of a feed, a place in a thread, or a
notification."""

AUTHOR = fields(
    """
    $type did handle displayName pronouns avatar description associated declaration viewer labels createdAt
    indexedAt verification status debug
    """
)

REASON = fields("$type by uri cid indexedAt")

EVENT = fields(
    """
    $type t op seq rebase tooBig repo commit prev prevData rev since blocks ops blobs time
    did cursor time_us kind type identity account sync
    """
)
"""Of an event of the firehose, or of Jetstream."""

COMMIT = fields("rev operation type collection rkey record record_cbor cid")
"""Of what an event of Jetstream does; until autumn 2024, its operation was called its type."""

FLAT = EVENT | COMMIT
"""Of an event of today's Jetstream, which does itself what it tells of."""

OP = fields("action path cid prev")


def expect(collection: str, record: Fields, budget: Budget) -> None:
    """Tell the budget what stands in a record, or inside a post, and should not."""
    budget.expects(RECORDS[collection], record)
    for key, known in (("reply", REPLY), ("embed", EMBED)):
        if inside := record.get(key):
            budget.expects(known, fields_of(inside), key)
    for entity in list_of(record.get("entities")):
        budget.expects(ENTITY, fields_of(entity), "entities")
    for facet in map(fields_of, list_of(record.get("facets"))):
        budget.expects(FACET, facet, "facets")
        for feature in list_of(facet.get("features")):
            budget.expects(FEATURE, fields_of(feature), "facets.features")
