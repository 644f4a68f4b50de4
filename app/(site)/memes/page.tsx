import type { Metadata } from 'next'
import { MyMemes } from '../../components/gallery/MyMemes'

export const metadata: Metadata = { title: 'My memes' }

export default function Page() {
  return <MyMemes />
}
