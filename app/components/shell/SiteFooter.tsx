import classes from './SiteFooter.module.css'

/** What happens to pictures, and the way to the API. */
export function SiteFooter() {
  return (
    <footer className={classes.footer}>
      <p>Uploads are deleted after a day. Finished memes stay under their link.</p>
      <p>
        Made for bots too: the same job through the <a href="/api/graphql">GraphQL API</a>.
      </p>
    </footer>
  )
}
