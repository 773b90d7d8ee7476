"""Views for people who open a library with datasette, sqlite3 or psql.

Reads   the tables
Gives   each view's SQL, the same in SQLite and PostgreSQL; the migrations make them (`schema`)
"""

VIEWS: dict[str, str] = {
    "outlets": """
        SELECT outlet, count(*) AS articles, min(published) AS first, max(published) AS last
        FROM articles WHERE outlet <> '' AND teaser_of = '' GROUP BY outlet""",
    "facts_by_verdict": """
        SELECT facts.verdict, facts.kind, facts.question, facts.why, facts.carriers, facts.origins,
               stories.title AS story_title, facts.story, facts.id AS fact
        FROM facts JOIN stories ON stories.id = facts.story""",
    "verdicts": """
        SELECT verdict, kind, count(*) AS facts FROM facts GROUP BY verdict, kind""",
    "citations": """
        SELECT claims.story, facts.question, facts.verdict, accounts.value, articles.outlet, articles.published,
               substr(articles.text, claims.starts + 1, claims.ends - claims.starts) AS words, claims.chain,
               claims.certainty, claims.article, claims.starts, claims.ends, claims.fact, claims.account
        FROM claims
        JOIN facts ON facts.story = claims.story AND facts.id = claims.fact
        JOIN accounts ON accounts.story = claims.story AND accounts.fact = claims.fact
                     AND accounts.number = claims.account
        JOIN articles ON articles.id = claims.article""",
    "stories_with_articles": """
        SELECT stories.title AS story_title, articles.outlet, articles.published, articles.title, articles.url,
               story_articles.story, story_articles.article
        FROM story_articles
        JOIN stories ON stories.id = story_articles.story
        JOIN articles ON articles.id = story_articles.article""",
    "page_versions": """
        SELECT versions.key, versions.number, versions.article, versions.before, pages.fetched, pages.added, pages.size
        FROM versions JOIN pages ON pages.page = versions.page""",
}
"""Each view by its name."""
