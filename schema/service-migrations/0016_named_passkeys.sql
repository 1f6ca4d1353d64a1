ALTER TABLE `operator_passkey` ADD `label` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `operator_passkey` ADD `used_at` text;