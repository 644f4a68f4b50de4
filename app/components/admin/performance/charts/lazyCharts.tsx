'use client'

import { Skeleton } from '@mantine/core'
import dynamic from 'next/dynamic'

const place = () => <Skeleton h={240} radius="md" aria-label="The chart is being loaded" />

/** Charts come with a library that no other page needs: loaded when one is to be seen. */
export const TimeLines = dynamic(() => import('./TimeLines'), { ssr: false, loading: place })
/** See above. */
export const TimeBars = dynamic(() => import('./TimeBars'), { ssr: false, loading: place })
/** See above. */
export const StageBars = dynamic(() => import('./StageBars'), { ssr: false, loading: place })
