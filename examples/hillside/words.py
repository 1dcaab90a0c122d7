"""What people write: short, plain and invented."""
# ruff: noqa: RUF001  # several languages look alike letter by letter

from hillside.dice import Dice

TOPICS = (
    ("search", "the search index"),
    ("sidebar", "the sidebar"),
    ("versions", "versioned pages"),
    ("anchors", "heading anchors"),
    ("translations", "the translation workflow"),
    ("linter", "the prose linter"),
    ("redirects", "redirects"),
    ("tables", "wide tables"),
    ("snippets", "tested snippets"),
    ("diagrams", "diagrams as text"),
    ("glossary", "the glossary"),
    ("offline", "offline builds"),
    ("templates", "page templates"),
    ("feeds", "the change feed"),
    ("pdf", "the PDF export"),
    ("accessibility", "keyboard navigation"),
    ("images", "image sizes"),
    ("previews", "pull request previews"),
)
TITLES = (
    "How we rebuilt {0}",
    "A field guide to {0}",
    "What we learned from {0}",
    "{0}: questions from the forum",
    "Small steps towards better {0}",
    "Why {0} took three tries",
    "Notes from the {0} working group",
    "Release notes: {0}",
    "Five readers, one page: testing {0}",
)
PROMO = (
    "Why my toolkit makes {0} obsolete",
    "I fixed {0}, and you can buy it",
    "My talk on {0}: watch it now",
)
OPENERS = (
    "Last month eleven of you asked the same thing about {0}.",
    "We changed {0} because the old way hid errors.",
    "This post is about {0}, and about the people who kept asking.",
    "Here is what happened when we touched {0}.",
)
MIDDLES = (
    "The first attempt was too clever, and two readers told us so within a day.",
    "Build time went from forty seconds to nine, and nobody had to learn a new command.",
    "If your pages were written before the spring release, check the front matter first.",
    "We measured twice: once on our own site and once on the largest site a member lent us.",
    "None of this would exist without the patient reports in the forum.",
    "The old behaviour stays for one more release; after that a warning becomes an error.",
    "It is a small change, but it removes a step that newcomers stumbled over.",
    "A reader on a slow line found the bug that our tests could not see.",
)
CLOSERS = (
    "Tell us in the comments what breaks.",
    "Next week: the part we left out.",
    "Patches are welcome, as ever.",
    "Thank you to everyone who tried the preview.",
)
COMMENTS = (
    "This saved my afternoon, thank you. One question about {0}: does it work without a network?",
    "I tried it on our site and {0} works, but only after clearing the cache.",
    "Could you say more about {0}? The third paragraph lost me.",
    "We did the opposite for {0} and I am not sure any more that we were right.",
    "Small typo in the second example: the flag has two hyphens.",
    "Same here with {0}. Going back one version helped.",
    "Lovely write-up. I will show it to the team on Monday.",
    "It fails for me on Windows when the path holds a space. Happy to test a fix for {0}.",
)
REPLIES = (
    "Good catch, fixed. Thanks for looking so closely.",
    "Yes, it works offline; I added a sentence about it.",
    "Try it with the new preview, {0} changed on Thursday.",
    "I had the same trouble; the answer is in the forum.",
    "That is a fair point about {0}. Let me think about it.",
    "Thank you! That was it.",
)
LOCAL = {
    "es": "Muchas gracias, justo lo que necesitaba. ¿Funciona también sin conexión?",
    "pt": "Obrigado pela explicação! Vou testar no nosso projeto amanhã.",
    "fr": "Merci pour cet article, très clair. Une traduction est prévue ?",
    "de": "Danke, das hat geholfen. Bei Umlauten im Dateinamen hakt es noch.",
    "it": "Ottimo articolo, grazie! Lo proviamo la prossima settimana.",
    "el": "Ευχαριστώ πολύ, αυτό έψαχνα εδώ και μέρες.",
    "ar": "شكرًا جزيلًا، هذا ما كنت أبحث عنه. هل يدعم الكتابة من اليمين إلى اليسار؟",
    "zh": "谢谢分享，正好解决了我的问题。",
    "uk": "Дякую! Тепер усе працює.",
}
SPAM = (
    "Great blog! Visit my shop for very cheap watches",
    "I earned 9000 in one week from home, ask me how",
    "best seo service 100% real visitors click here",
)
TWEETS = (
    "New on the blog: {0} {1}",
    "Office hours today at 15:00 UTC. Bring your questions about {0}.",
    "Reading the forum over coffee. Today's theme: {0} ☕",
    "If {0} ever confused you, this thread is for you & your team 🧵",
    "Thank you to everyone who tested {0} this week 💚 #docs",
    "Hot take: {0} is a people problem. #docs",
)
ANSWERS_ON_X = (
    "Thanks for trying it! Does it happen with the preview too?",
    "Yes! Tomasz wrote it up in the forum.",
    "Good idea, could you open a topic so it does not get lost?",
    "So glad it helped ❤️",
    "On it. Give us a day.",
)


def about(dice: Dice, topic: int, phrases: tuple[str, ...]) -> str:
    """Return one of the phrases, about the topic."""
    return dice.pick(phrases).format(TOPICS[topic][1])


def title(dice: Dice, topic: int, promo: bool) -> str:
    """Return the title of a blog post."""
    text = about(dice, topic, PROMO if promo else TITLES)
    return text[0].upper() + text[1:]


def article(dice: Dice, topic: int) -> str:
    """Return the body of a blog post in the block editor's markup."""
    lines = [about(dice, topic, OPENERS)]
    lines += [" ".join(dice.pick(MIDDLES) for _ in range(dice.whole(2, 3))) for _ in range(dice.whole(1, 2))]
    lines.append(dice.pick(CLOSERS))
    return "\n\n".join(f"<!-- wp:paragraph -->\n<p>{line}</p>\n<!-- /wp:paragraph -->" for line in lines)


def comment(dice: Dice, topic: int, lang: str, answering: bool) -> str:
    """Return a comment; now and then in the writer's own language."""
    if lang in LOCAL and dice.chance(0.4):
        return LOCAL[lang]
    return about(dice, topic, REPLIES if answering else COMMENTS)
