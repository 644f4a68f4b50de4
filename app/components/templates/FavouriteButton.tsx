import { ActionIcon, type ActionIconProps } from '@mantine/core'
import { IconHeart, IconHeartFilled } from '@tabler/icons-react'

interface FavouriteButtonProps extends Pick<ActionIconProps, 'className' | 'size' | 'variant' | 'color'> {
  readonly name: string
  readonly favourite: boolean
  readonly onToggle: () => void
}

/** A heart: keeps a template at the top of the gallery, in this browser. */
export function FavouriteButton({ name, favourite, onToggle, ...look }: FavouriteButtonProps) {
  const Icon = favourite ? IconHeartFilled : IconHeart
  return (
    <ActionIcon
      radius="xl"
      aria-pressed={favourite}
      aria-label={`Favourite: ${name}`}
      title={favourite ? 'One of your favourites' : 'Keep among your favourites'}
      onClick={onToggle}
      {...look}
    >
      <Icon size={18} />
    </ActionIcon>
  )
}
