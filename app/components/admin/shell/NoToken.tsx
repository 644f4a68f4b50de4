import classes from './AdminShell.module.css'

/** What to do when nobody can sign in, because no token is set. */
export function NoToken() {
  return (
    <section className={classes.gate} aria-label="Curation is off">
      <h1>Curation is off</h1>
      <p>No admin token is set on this site, so nobody can sign in here. Whoever runs it can change that:</p>
      <ol>
        <li>
          Make up a long token, for example with
          <pre>
            <code>openssl rand -base64 24</code>
          </pre>
        </li>
        <li>
          Put it into the environment of the site, and start it again:
          <pre>
            <code>MEMEZAP_ADMIN_TOKEN=… npm start</code>
          </pre>
        </li>
        <li>Give it to your curators. They sign in on this page with it and their name.</li>
      </ol>
    </section>
  )
}
