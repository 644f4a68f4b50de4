'use client'

/** The last resort, when not even the layout works: nothing of ours is needed to show it. */
export default function GlobalError({ reset }: { readonly reset: () => void }) {
  return (
    <html lang="en">
      <body
        style={{ fontFamily: 'system-ui, sans-serif', maxWidth: '32rem', margin: '15vh auto', padding: '0 1.25rem' }}
      >
        <h1>That did not go as planned</h1>
        <p>Something went wrong. What you typed is kept in this tab.</p>
        <button type="button" onClick={reset} style={{ font: 'inherit', padding: '0.7rem 1.2rem' }}>
          Try again
        </button>
      </body>
    </html>
  )
}
