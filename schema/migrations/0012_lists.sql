CREATE INDEX `dossier_place` ON `dossier` (`province`,`city`,`institution_id`);--> statement-breakpoint
CREATE INDEX `dossier_type` ON `dossier` ((body ->> '$.traits.body'),`institution_id`);