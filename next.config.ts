import type { NextConfig } from 'next'

const development = process.env.NODE_ENV === 'development'

/** Scripts and styles are ours or inline (Next and Mantine write some into the page); pictures may come from a CDN. Nobody may frame the site. */
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${development ? " 'unsafe-eval'" : ''}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob: https:",
  "font-src 'self' data:",
  // https: a result on a CDN is fetched to be copied to the clipboard.
  `connect-src 'self' blob: https:${development ? ' ws:' : ''}`,
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const securityHeaders = [
  { key: 'content-security-policy', value: contentSecurityPolicy },
  { key: 'x-content-type-options', value: 'nosniff' },
  { key: 'referrer-policy', value: 'strict-origin-when-cross-origin' },
  { key: 'x-frame-options', value: 'DENY' },
  { key: 'permissions-policy', value: 'camera=(), microphone=(), geolocation=()' },
]

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Pictures are drawn by the worker alone; Next's optimiser would switch sharp's loaders off for the whole process.
  images: { unoptimized: true },
  // Only what Next does not leave unbundled by itself.
  serverExternalPackages: [
    'graphile-worker',
    'prom-client',
    '@prisma/adapter-pg',
    'pg-connection-string',
    'graphql',
    '@graphql-yoga/render-graphiql',
  ],
  // npm run typecheck does it, with the same settings for every folder.
  typescript: { ignoreBuildErrors: true },
  async headers() {
    // GraphiQL's page and the pictures bring stricter policies of their own; two would both apply.
    return [
      { source: '/((?!api/graphql$|images/).*)', headers: securityHeaders },
      { source: '/api/graphql', headers: securityHeaders.filter(({ key }) => key !== 'content-security-policy') },
    ]
  },
}

export default config
