import { CreatePage } from '../components/create/CreatePage'

/** Where memes are made. */
export default function Page() {
  return <CreatePage />
}
