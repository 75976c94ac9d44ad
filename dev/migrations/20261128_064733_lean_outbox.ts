import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   DROP INDEX "mails_newsletter_idx";
  DROP INDEX "mails_updated_at_idx";`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   CREATE INDEX "mails_newsletter_idx" ON "mails" USING btree ("newsletter_id");
  CREATE INDEX "mails_updated_at_idx" ON "mails" USING btree ("updated_at");`)
}
