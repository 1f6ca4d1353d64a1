CREATE TABLE "licet"."page_bytes" (
	"name" text PRIMARY KEY NOT NULL,
	"bytes" "bytea" NOT NULL,
	"at" bigint NOT NULL
);
