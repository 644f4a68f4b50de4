interface StripesProps {
  readonly id: string
  readonly color: string
}

/** A striped fill: bars are told apart by it, not by colour alone. */
export const Stripes = ({ id, color }: StripesProps) => (
  <pattern id={id} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect width={6} height={6} fill={color} fillOpacity={0.3} />
    <rect width={3} height={6} fill={color} />
  </pattern>
)
