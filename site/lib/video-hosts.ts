/** Hosts whose players an article may embed; the content policy allows no others. */
export const videoHosts = ["www.youtube-nocookie.com", "player.vimeo.com"];
