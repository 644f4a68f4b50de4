import { redirect } from 'next/navigation'

/** Curation begins with the list of templates. */
export default function Page() {
  redirect('/admin/templates')
}
