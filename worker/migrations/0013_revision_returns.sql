-- When a revision became current again after another had taken its place: a rewrite that was taken back. Votes from before are not about
-- what came of taking it back.
CREATE TABLE revision_returns (
	article TEXT NOT NULL,
	revision TEXT NOT NULL,
	since INTEGER NOT NULL,
	PRIMARY KEY (article, revision)
) WITHOUT ROWID;
