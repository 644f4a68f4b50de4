import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './theme.css'
import { ColorSchemeScript, MantineProvider, mantineHtmlProps } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { headingFont, textFont } from './fonts'
import { theme } from './theme'

/** Title and description where a page has none of its own. */
export const metadata: Metadata = {
  title: { default: 'MemeZap: same meme, your words', template: '%s · MemeZap' },
  description: 'Drop a meme. MemeZap finds its words, takes them away and letters yours in their place.',
  applicationName: 'MemeZap',
}

/** Colours of the browser's own frame. */
export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f7f6f1' },
    { media: '(prefers-color-scheme: dark)', color: '#12110f' },
  ],
}

/** The document round all pages: fonts, theme, notifications. */
export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en" {...mantineHtmlProps} className={`${textFont.variable} ${headingFont.variable}`}>
      <head>
        <ColorSchemeScript defaultColorScheme="auto" />
      </head>
      <body>
        <MantineProvider theme={theme} defaultColorScheme="auto">
          <Notifications position="bottom-center" limit={2} autoClose={4000} />
          {children}
        </MantineProvider>
      </body>
    </html>
  )
}
