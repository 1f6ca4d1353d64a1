CREATE TABLE `watch_feed` (
	`watch` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`since` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `watch_mail` (
	`watch` text PRIMARY KEY NOT NULL,
	`address` text NOT NULL,
	`token` text NOT NULL,
	`asked_at` text NOT NULL,
	`confirmed_at` text,
	`told` integer DEFAULT 0 NOT NULL,
	`next_at` text,
	`failed` integer DEFAULT 0 NOT NULL,
	`last_on` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `watch_mail_token` ON `watch_mail` (`token`);