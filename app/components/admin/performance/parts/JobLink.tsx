import Link from 'next/link'
import classes from '../Performance.module.css'

/** The way to where the time of one job went. */
export const JobLink = ({ jobId }: { readonly jobId: string }) => (
  <Link href={`/admin/performance/jobs/${jobId}`} className={classes.link} title={jobId} prefetch={false}>
    {jobId.slice(0, 8)}
  </Link>
)
