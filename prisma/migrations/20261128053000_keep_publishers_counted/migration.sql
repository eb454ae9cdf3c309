-- How many articles a publisher has is kept like the lengths of whole lists: to count them again in each batch of an import took the
-- longer the more there were. New articles come by the hundred and are counted together.
CREATE FUNCTION keep_publisher_counted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        UPDATE publisher SET article_count = publisher.article_count + added.articles
        FROM (SELECT publisher_id, count(*)::int AS articles FROM new_row GROUP BY publisher_id) AS added
        WHERE publisher.id = added.publisher_id;
        RETURN NULL;
    END IF;
    UPDATE publisher SET article_count = article_count - 1 WHERE id = OLD.publisher_id;
    IF TG_OP = 'UPDATE' THEN
        UPDATE publisher SET article_count = article_count + 1 WHERE id = NEW.publisher_id;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER keep_publisher_of_new AFTER INSERT ON "article" REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT
    EXECUTE FUNCTION keep_publisher_counted();
CREATE TRIGGER keep_publisher_of_changed AFTER UPDATE OF publisher_id ON "article" FOR EACH ROW
    WHEN (OLD.publisher_id <> NEW.publisher_id) EXECUTE FUNCTION keep_publisher_counted();
CREATE TRIGGER keep_publisher_of_removed AFTER DELETE ON "article" FOR EACH ROW
    EXECUTE FUNCTION keep_publisher_counted();

UPDATE publisher SET article_count = counted.articles
FROM (SELECT publisher.id, count(article.id)::int AS articles FROM publisher LEFT JOIN article ON article.publisher_id = publisher.id GROUP BY publisher.id) AS counted
WHERE publisher.id = counted.id AND publisher.article_count <> counted.articles;
