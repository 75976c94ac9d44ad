import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "crm_audience_parts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"newsletter_id" integer,
  	"part" numeric NOT NULL,
  	"recipients" numeric NOT NULL,
  	"subscribers" jsonb NOT NULL,
  	"taken_back" boolean,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "crm_audience_parts" ADD CONSTRAINT "crm_audience_parts_newsletter_id_newsletters_id_fk" FOREIGN KEY ("newsletter_id") REFERENCES "public"."newsletters"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "crm_audience_parts_newsletter_idx" ON "crm_audience_parts" USING btree ("newsletter_id");
  CREATE INDEX "crm_audience_parts_updated_at_idx" ON "crm_audience_parts" USING btree ("updated_at");
  CREATE INDEX "crm_audience_parts_created_at_idx" ON "crm_audience_parts" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "crm_audience_parts" CASCADE;`)
}
