-- Migration 1, as it was when it was made: never edited, later versions add their own.
CREATE TABLE pages (
    page INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    source TEXT NOT NULL,
    digest TEXT NOT NULL,
    id TEXT NOT NULL,
    media_type TEXT NOT NULL,
    charset TEXT NOT NULL,
    url TEXT NOT NULL,
    path TEXT NOT NULL,
    fetched TEXT NOT NULL,
    added TEXT NOT NULL,
    size INTEGER NOT NULL,
    data {bytes} NOT NULL,
    PRIMARY KEY (page),
    UNIQUE (source, digest)
);
CREATE INDEX ix_pages_key ON pages ("key");
CREATE TABLE articles (
    seq INTEGER NOT NULL,
    id TEXT NOT NULL,
    page INTEGER NOT NULL,
    outlet TEXT NOT NULL,
    title TEXT NOT NULL,
    published TEXT NOT NULL,
    url TEXT NOT NULL,
    language TEXT NOT NULL,
    section TEXT NOT NULL,
    authors TEXT NOT NULL,
    teaser_of TEXT NOT NULL,
    text TEXT NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (seq),
    UNIQUE (id),
    FOREIGN KEY(page) REFERENCES pages (page)
);
CREATE INDEX ix_articles_outlet ON articles (outlet);
CREATE INDEX ix_articles_published ON articles (published);
CREATE TABLE versions (
    "key" TEXT NOT NULL,
    number INTEGER NOT NULL,
    article TEXT NOT NULL,
    page INTEGER NOT NULL,
    "before" TEXT NOT NULL,
    PRIMARY KEY ("key", number),
    FOREIGN KEY(article) REFERENCES articles (id),
    FOREIGN KEY(page) REFERENCES pages (page)
);
CREATE INDEX ix_versions_article ON versions (article);
CREATE TABLE mentions (
    article TEXT NOT NULL,
    version INTEGER NOT NULL,
    data {bytes} NOT NULL,
    PRIMARY KEY (article, version),
    FOREIGN KEY(article) REFERENCES articles (id)
);
CREATE TABLE batches (
    batch INTEGER NOT NULL,
    last INTEGER NOT NULL,
    added TEXT NOT NULL,
    PRIMARY KEY (batch)
);
CREATE TABLE rulings (
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    story TEXT NOT NULL,
    action TEXT NOT NULL,
    target TEXT NOT NULL,
    who TEXT NOT NULL,
    made TEXT NOT NULL,
    others TEXT NOT NULL,
    note TEXT NOT NULL,
    anchors TEXT NOT NULL,
    PRIMARY KEY (number),
    UNIQUE (id)
);
CREATE INDEX ix_rulings_story ON rulings (story);
CREATE TABLE failures (
    number INTEGER NOT NULL,
    source TEXT NOT NULL,
    step TEXT NOT NULL,
    reason TEXT NOT NULL,
    added TEXT NOT NULL,
    PRIMARY KEY (number),
    UNIQUE (source, step, reason)
);
CREATE TABLE derived (
    name TEXT NOT NULL,
    last INTEGER NOT NULL,
    steps TEXT NOT NULL,
    PRIMARY KEY (name)
);
CREATE TABLE families (
    id TEXT NOT NULL,
    origin TEXT NOT NULL,
    relation TEXT NOT NULL,
    articles INTEGER NOT NULL,
    PRIMARY KEY (id)
);
CREATE TABLE family_articles (
    article TEXT NOT NULL,
    family TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (article),
    FOREIGN KEY(article) REFERENCES articles (id),
    FOREIGN KEY(family) REFERENCES families (id)
);
CREATE INDEX ix_family_articles_family ON family_articles (family);
CREATE TABLE shares (
    number INTEGER NOT NULL,
    earlier TEXT NOT NULL,
    later TEXT NOT NULL,
    relation TEXT NOT NULL,
    "between" BOOLEAN NOT NULL,
    of_earlier {double} NOT NULL,
    of_later {double} NOT NULL,
    directed BOOLEAN NOT NULL,
    passages TEXT NOT NULL,
    PRIMARY KEY (number),
    FOREIGN KEY(earlier) REFERENCES articles (id),
    FOREIGN KEY(later) REFERENCES articles (id)
);
CREATE INDEX ix_shares_earlier ON shares (earlier);
CREATE INDEX ix_shares_later ON shares (later);
CREATE TABLE credits (
    article TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    whole BOOLEAN NOT NULL,
    starts INTEGER,
    ends INTEGER,
    field TEXT NOT NULL,
    PRIMARY KEY (article, position),
    FOREIGN KEY(article) REFERENCES articles (id)
);
CREATE INDEX ix_credits_name ON credits (name);
CREATE TABLE stories (
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    title_from TEXT NOT NULL,
    summary_from TEXT NOT NULL,
    articles INTEGER NOT NULL,
    pages INTEGER NOT NULL,
    outlets INTEGER NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    facts INTEGER NOT NULL,
    disputed INTEGER NOT NULL,
    stale BOOLEAN NOT NULL,
    steps TEXT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX ix_stories_last_day ON stories (last_day);
CREATE TABLE story_articles (
    article TEXT NOT NULL,
    story TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (article),
    FOREIGN KEY(article) REFERENCES articles (id),
    FOREIGN KEY(story) REFERENCES stories (id)
);
CREATE INDEX ix_story_articles_story ON story_articles (story);
CREATE TABLE story_changes (
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    story TEXT NOT NULL,
    other TEXT NOT NULL,
    article TEXT NOT NULL,
    articles TEXT NOT NULL,
    PRIMARY KEY (number)
);
CREATE INDEX ix_story_changes_other ON story_changes (other);
CREATE INDEX ix_story_changes_story ON story_changes (story);
CREATE TABLE entities (
    story TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    country TEXT NOT NULL,
    speaks_for TEXT NOT NULL,
    names TEXT NOT NULL,
    roles TEXT NOT NULL,
    articles INTEGER NOT NULL,
    mentions INTEGER NOT NULL,
    PRIMARY KEY (story, id),
    FOREIGN KEY(story) REFERENCES stories (id)
);
CREATE INDEX ix_entities_id ON entities (id);
CREATE INDEX ix_entities_name ON entities (name);
CREATE TABLE entity_articles (
    article TEXT NOT NULL,
    entity TEXT NOT NULL,
    story TEXT NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (article, entity),
    FOREIGN KEY(article) REFERENCES articles (id),
    FOREIGN KEY(story) REFERENCES stories (id)
){by_key};
CREATE INDEX ix_entity_articles_entity ON entity_articles (entity);
CREATE INDEX ix_entity_articles_story ON entity_articles (story);
CREATE TABLE facts (
    story TEXT NOT NULL,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    question TEXT NOT NULL,
    verdict TEXT NOT NULL,
    why TEXT NOT NULL,
    stands INTEGER,
    event TEXT NOT NULL,
    ruling TEXT NOT NULL,
    origins TEXT NOT NULL,
    carriers TEXT NOT NULL,
    PRIMARY KEY (story, id),
    FOREIGN KEY(story) REFERENCES stories (id)
);
CREATE INDEX ix_facts_verdict ON facts (verdict);
CREATE TABLE accounts (
    story TEXT NOT NULL,
    fact TEXT NOT NULL,
    number INTEGER NOT NULL,
    value TEXT NOT NULL,
    low {double},
    high {double},
    unit TEXT NOT NULL,
    measure TEXT NOT NULL,
    as_of TEXT NOT NULL,
    polarity BOOLEAN NOT NULL,
    origins TEXT NOT NULL,
    carriers TEXT NOT NULL,
    PRIMARY KEY (story, fact, number),
    FOREIGN KEY(story) REFERENCES stories (id)
);
CREATE TABLE claims (
    story TEXT NOT NULL,
    fact TEXT NOT NULL,
    account INTEGER NOT NULL,
    number INTEGER NOT NULL,
    article TEXT NOT NULL,
    starts INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    focus_starts INTEGER NOT NULL,
    focus_ends INTEGER NOT NULL,
    certainty TEXT NOT NULL,
    chain TEXT NOT NULL,
    PRIMARY KEY (story, fact, account, number),
    FOREIGN KEY(story) REFERENCES stories (id),
    FOREIGN KEY(article) REFERENCES articles (id)
){by_key};
CREATE INDEX ix_claims_article ON claims (article);
CREATE TABLE dossiers (
    story TEXT NOT NULL,
    steps TEXT NOT NULL,
    dossier {bytes} NOT NULL,
    facts {bytes} NOT NULL,
    PRIMARY KEY (story),
    FOREIGN KEY(story) REFERENCES stories (id)
);
CREATE TABLE states (
    name TEXT NOT NULL,
    last INTEGER NOT NULL,
    steps TEXT NOT NULL,
    data {bytes} NOT NULL,
    PRIMARY KEY (name)
);
CREATE VIEW outlets AS
    SELECT outlet, count(*) AS articles, min(published) AS first, max(published) AS last FROM articles WHERE
    outlet <> '' AND teaser_of = '' GROUP BY outlet;
CREATE VIEW facts_by_verdict AS
    SELECT facts.verdict, facts.kind, facts.question, facts.why, facts.carriers, facts.origins, stories.title
    AS story_title, facts.story, facts.id AS fact FROM facts JOIN stories ON stories.id = facts.story;
CREATE VIEW verdicts AS
    SELECT verdict, kind, count(*) AS facts FROM facts GROUP BY verdict, kind;
CREATE VIEW citations AS
    SELECT claims.story, facts.question, facts.verdict, accounts.value, articles.outlet, articles.published,
    substr(articles.text, claims.starts + 1, claims.ends - claims.starts) AS words, claims.chain,
    claims.certainty, claims.article, claims.starts, claims.ends, claims.fact, claims.account FROM claims JOIN
    facts ON facts.story = claims.story AND facts.id = claims.fact JOIN accounts ON accounts.story =
    claims.story AND accounts.fact = claims.fact AND accounts.number = claims.account JOIN articles ON
    articles.id = claims.article;
CREATE VIEW stories_with_articles AS
    SELECT stories.title AS story_title, articles.outlet, articles.published, articles.title, articles.url,
    story_articles.story, story_articles.article FROM story_articles JOIN stories ON stories.id =
    story_articles.story JOIN articles ON articles.id = story_articles.article;
CREATE VIEW page_versions AS
    SELECT versions.key, versions.number, versions.article, versions.before, pages.fetched, pages.added,
    pages.size FROM versions JOIN pages ON pages.page = versions.page;
