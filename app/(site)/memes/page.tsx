import type { Metadata } from 'next'
import { MyMemes } from '../../components/gallery/MyMemes'

/** Title of the page. */
export const metadata: Metadata = { title: 'My memes' }

/** The memes made in this browser. */
export default function Page() {
  return <MyMemes />
}
