-- Whoever listens hears of a generation as its transaction ends, whichever process or command published it.
CREATE FUNCTION licet.tell_published() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN PERFORM pg_notify('licet', 'published'); RETURN NULL; END $$;
--> statement-breakpoint
CREATE TRIGGER generation_told AFTER INSERT ON licet.generation
  FOR EACH STATEMENT EXECUTE FUNCTION licet.tell_published();
