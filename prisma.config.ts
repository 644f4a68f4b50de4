import { fileURLToPath } from 'node:url'
import { defineConfig } from 'prisma/config'

// The CLI would otherwise download a native engine, at every command.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(new URL('scripts/prisma/schemaEngine.mjs', import.meta.url))

export default defineConfig({
  schema: 'prisma/schema.prisma',
  // Tables whose types and indexes Prisma cannot say; the migrations make them by hand.
  experimental: { externalTables: true },
  tables: {
    external: [
      'public.template_search',
      'public.search_word',
      'public.template_fingerprint',
      'public.template_print',
      'public.template_clip',
      'public.template_undescribed',
      'public.template_likeness',
      'public.template_gallery',
      'public.unmatched_group',
      'public.unmatched_upload',
      'public.stage_rollup',
      'public.stage_rollup_state',
      'public.process_sample',
      'public.cache_sum',
      'public.profile_request',
      'public.cache_entry',
      'public.cache_lease',
      'public.worker_answer',
      'public.alert',
      'public.alert_message',
      'public.alert_check',
    ],
  },
  migrations: {
    path: 'prisma/migrations',
  },
  datasource: {
    url: process.env.DATABASE_URL ?? '',
  },
})
