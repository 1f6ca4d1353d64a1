CREATE TABLE `operator_invitation` (
	`operator` text PRIMARY KEY NOT NULL,
	`secret_hash` text NOT NULL,
	`totp_secret` text NOT NULL,
	`expires_at` text NOT NULL,
	`failed` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `operator_passkey` (
	`credential` text PRIMARY KEY NOT NULL,
	`operator` text NOT NULL,
	`public_key` blob NOT NULL,
	`counter` integer NOT NULL,
	`added_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `operator_passkey_operator` ON `operator_passkey` (`operator`);--> statement-breakpoint
CREATE TABLE `operator_password` (
	`operator` text PRIMARY KEY NOT NULL,
	`password_hash` text NOT NULL,
	`totp_secret` text NOT NULL,
	`totp_step` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `operator_session` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`operator` text NOT NULL,
	`used_at` text NOT NULL,
	`expires_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `operator_session_operator` ON `operator_session` (`operator`);--> statement-breakpoint
ALTER TABLE `operator` ADD `role` text DEFAULT 'administrator' NOT NULL;