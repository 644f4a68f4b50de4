import type { PreparedPictureResolvers } from '../../generated/resolvers'

/** How a prepared picture becomes what curators see. */
export const preparedPictureFields: PreparedPictureResolvers = {
  image: ({ file, width, height }) => ({ file, width, height }),
  thumbnail: ({ thumbFile, thumbWidth, thumbHeight }) => ({ file: thumbFile, width: thumbWidth, height: thumbHeight }),
}
