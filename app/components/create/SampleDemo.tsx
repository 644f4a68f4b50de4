import { sampleScene, sampleSceneUrl } from '../../create/sampleScene'
import classes from './SampleDemo.module.css'

const after = ['When the meme', 'writes itself'] as const

/** What the page does, shown on our own picture: its words go in a flash and others come. A still where motion is unwelcome. */
export function SampleDemo() {
  return (
    <div className={classes.demo} aria-hidden="true">
      {/* biome-ignore lint/performance/noImgElement: a drawing of ours, in the page itself */}
      <img src={sampleSceneUrl} alt="" width={sampleScene.width} height={sampleScene.height} />
      <div className={classes.words} data-when="before">
        {sampleScene.captions.map((text) => (
          <span key={text}>{text}</span>
        ))}
      </div>
      <div className={classes.words} data-when="after">
        {after.map((text) => (
          <span key={text}>{text}</span>
        ))}
      </div>
      <div className={classes.flash} />
    </div>
  )
}
