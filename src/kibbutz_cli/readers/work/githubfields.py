"""The fields that GitHub's data are known to have, in all four layouts and over the years."""

from kibbutz_cli.readers.base import fields

USER = fields(
    """
    id node_id login display_login name email type user_view_type site_admin gravatar_id avatar_url url
    html_url followers_url following_url gists_url starred_url subscriptions_url organizations_url repos_url
    events_url received_events_url starred_at followers repos
    """
)

ENVELOPE = fields(
    """
    backend_name backend_version category classified_fields_filtered data origin perceval_version
    search_fields tag timestamp updated_on uuid
    """
)
"""The fields of what GrimoireLab Perceval puts around a record."""

OPENING = fields(
    """
    id node_id number title body body_html body_text state state_reason url html_url repository_url
    labels_url comments_url events_url timeline_url user assignee assignees labels milestone type locked
    active_lock_reason comments created_at updated_at closed_at closed_by author_association
    performed_via_github_app reactions pull_request draft repository score text_matches sub_issues_summary
    issue_dependencies_summary issue_field_values parent_issue_url pinned_comment diff_url patch_url
    issue_url commits_url review_comments_url review_comment_url statuses_url head base _links
    requested_reviewers requested_teams auto_merge merged merged_at merged_by merge_commit_sha mergeable
    mergeable_state rebaseable review_comments maintainer_can_modify commits additions deletions
    changed_files user_data assignee_data assignees_data comments_data reactions_data reviews_data
    review_comments_data requested_reviewers_data merged_by_data commits_data comment_data event_data
    comment_regular_data review_data commit_data labels_data milestone_data issue_id
    """
)
"""The fields of an issue or a pull, and under which names tools put more below it."""

DISCUSSION = OPENING | fields("category answer_html_url answer_chosen_at answer_chosen_by")

COMMENT = fields(
    """
    id node_id body body_html body_text url html_url issue_url pull_request_url user created_at updated_at
    author_association performed_via_github_app reactions pin minimized commit_id original_commit_id path
    line position original_position original_line start_line original_start_line side start_side
    subject_type diff_hunk in_reply_to_id pull_request_review_id _links user_data reactions_data
    parent_id child_comment_count repository_url discussion_id
    event actor
    """
)
"""The fields of a comment on an issue or a commit, of a remark on a line, of a comment in a discussion, and
last what they have in a timeline."""

REVIEW = fields(
    """
    id node_id body body_html body_text state url html_url pull_request_url user submitted_at updated_at
    commit_id author_association reactions _links user_data comments_data reactions_data event actor
    """
)
REACTION = fields("id node_id user content created_at user_data")

EVENT = fields("id type actor actor_attributes repo repository org payload public created_at url")
REPOSITORY = fields("id name url")
"""The fields of the repository an event is of."""

OLD_REPOSITORY = fields(
    """
    id name url description homepage owner organization language private fork forks size open_issues
    watchers stargazers watch has_downloads has_issues has_wiki created_at pushed_at master_branch
    default_branch integrate_branch
    """
)
"""The same before 2015."""

PAYLOAD = fields(
    """
    action number issue pull_request comment review release discussion label labels assignee assignees
    requested_reviewer requested_team milestone changes reason before after ref ref_type full_ref
    master_branch description pusher_type repository_id push_id size distinct_size head commits pages forkee
    member target team user repository gist sponsorship
    shas issue_id comment_id commit legacy object object_name name page_name summary title sha html_url
    actor actor_gravatar repo url snippet id desc download original effective_date
    """
)
"""The fields of what an event tells; the last lines are of before 2015."""

COMMIT = fields("sha author message distinct url")
RELEASE = fields(
    """
    id node_id tag_name target_commitish name body body_html body_text short_description_html
    is_short_description_html_truncated draft prerelease immutable created_at updated_at published_at author
    url html_url assets assets_url upload_url tarball_url zipball_url discussion_url reactions
    mentions mentions_count
    """
)

READ = {
    "issue": OPENING,
    "pull_request": OPENING,
    "discussion": DISCUSSION,
    "comment": COMMENT,
    "review": REVIEW,
    "release": RELEASE,
    "member": USER,
    "target": USER,
}
"""The fields of what is read of a payload, by its name in it."""

BACKED_UP = fields(
    """
    activeLockReason bodyHTML bodyText createdViaEmail databaseId deletedAt editor includesCreatedEdit
    lastEditedAt locked publishedAt resourcePath comment_count comment_data reply_count reply_data
    """
)
"""What github-backup saves of a discussion and its comments beyond what others do."""

ARCHIVED = BACKED_UP | fields(
    """
    number id title url state author authorAssociation assignees labels milestone body createdAt updatedAt
    closedAt comments
    baseRepository baseRefName baseRefOid headRepository headRefName headRefOid mergedAt mergedBy mergeCommit
    isDraft reviews
    closed closedByPullRequestsReferences closingIssuesReferences isPinned projectCards projectItems
    reactionGroups stateReason additions autoMergeRequest changedFiles commits deletions files fullDatabaseId
    headRepositoryOwner isCrossRepository latestReviews maintainerCanModify mergeStateStatus mergeable
    potentialMergeCommit reviewDecision reviewRequests statusCheckRollup
    answer answerChosenAt answerChosenBy category isAnswered upvoteCount poll
    """
)
"""The fields of an issue or a pull in an ``archive.json``; last, what ``gh`` adds and discussions have."""

_BY_GH = fields("includesCreatedEdit isMinimized minimizedReason reactionGroups viewerDidAuthor")
ARCHIVED_COMMENT = (
    _BY_GH
    | BACKED_UP
    | fields("author authorAssociation body createdAt updatedAt url id isAnswer replies replyTo upvoteCount")
)
ARCHIVED_REVIEW = _BY_GH | fields(
    "id commit author authorAssociation state body createdAt updatedAt submittedAt url comments"
)
ARCHIVED_REMARK = fields("id author body createdAt updatedAt url path position originalPosition diffHunk")

TIMELINE = fields(
    """
    eventType id actor createdAt url label source isCrossRepository willCloseTarget project projectColumnName
    previousProjectColumnName pullRequest closer stateReason
    """
)
"""The fields of an event of the GraphQL API, as GrimoireLab Perceval asks for them."""
