import type { NextConfig } from 'next'

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Pictures are drawn by the worker alone; Next's optimiser would switch sharp's loaders off for the whole process.
  images: { unoptimized: true },
  // Only what Next does not leave unbundled by itself.
  serverExternalPackages: ['graphile-worker', '@prisma/adapter-pg', 'pg-connection-string', 'graphql'],
  // npm run typecheck does it, with the same settings for every folder.
  typescript: { ignoreBuildErrors: true },
}

export default config
