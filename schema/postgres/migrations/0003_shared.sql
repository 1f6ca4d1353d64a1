CREATE TABLE "licet"."shared_file" (
	"kind" text NOT NULL,
	"stamp" text NOT NULL,
	"upload" text NOT NULL,
	"parts" bigint NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "shared_file_kind_stamp_pk" PRIMARY KEY("kind","stamp")
);
--> statement-breakpoint
CREATE TABLE "licet"."shared_part" (
	"upload" text NOT NULL,
	"part" bigint NOT NULL,
	"bytes" "bytea" NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "shared_part_upload_part_pk" PRIMARY KEY("upload","part")
);
--> statement-breakpoint
CREATE INDEX "shared_part_at" ON "licet"."shared_part" USING btree ("at");--> statement-breakpoint
-- An index is packed already: to press it again would take processor time and save nothing.
ALTER TABLE licet.shared_part ALTER COLUMN bytes SET STORAGE EXTERNAL;
--> statement-breakpoint
-- How many requests each key had in this minute (rate-limiter-flexible; its columns). Not logged: what a crash takes away is a minute's count.
CREATE UNLOGGED TABLE licet.key_count (key varchar(255) PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint);
