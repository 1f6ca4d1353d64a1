CREATE TABLE `partner_session` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`key_hash` text NOT NULL,
	`expires_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `partner_session_expires` ON `partner_session` (`expires_at`);