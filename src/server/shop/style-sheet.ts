/**
 * Made for a window about 340 pixels wide. Plain class selectors and no addresses: the page is shown in
 * a frame that loads nothing by itself.
 */
export const styleSheet = `.shop, .shop * { box-sizing: border-box; }
.shop {
  min-height: 100vh;
  padding: 16px 18px 24px;
  background: #fff8ec;
  color: #2b1d12;
  font-family: 'Pretendard Variable', Pretendard, system-ui, -apple-system, 'Apple SD Gothic Neo', 'Malgun Gothic', sans-serif;
  font-size: 13px;
  line-height: 1.5;
  word-break: keep-all;
  overflow-wrap: anywhere;
}
.shop :where(p, ul, h1, h2) { margin: 0; padding: 0; }
.shop ul { list-style: none; }
.shop a { color: inherit; text-underline-offset: 3px; text-decoration-color: #d9b48c; }
.shop a:focus-visible, .shop button:focus-visible, .shop input:focus-visible, .shop textarea:focus-visible { outline: 2px solid #b3591c; outline-offset: 2px; }
.shop-header { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 4px 12px; }
.shop .shop-logo { color: #b3591c; font-size: 17px; font-weight: 800; letter-spacing: -0.02em; text-decoration: none; }
.shop-nav { display: flex; flex-wrap: wrap; align-items: center; gap: 2px 12px; font-size: 12px; color: #6b4a2f; }
.shop-nav a { display: inline-block; padding: 4px 0; text-decoration: none; }
.shop-nav a:hover { text-decoration: underline; }
.shop-who { display: flex; align-items: center; gap: 8px; margin: 0; }
.shop-who-name { font-weight: 600; color: #2b1d12; }
.shop-main { display: grid; gap: 12px; max-width: 680px; margin: 0 auto; padding-top: 16px; }
.shop .shop-title { font-size: 18px; line-height: 1.3; font-weight: 750; letter-spacing: -0.015em; }
.shop .shop-subtitle { font-size: 14px; line-height: 1.4; font-weight: 700; }
.shop-part { display: grid; gap: 12px; }
.shop-section { display: grid; gap: 10px; padding-top: 8px; }
.shop-rows { display: grid; gap: 6px; }
.shop-row { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 10px; padding: 7px 10px; background: #ffffff; border: 1px solid #f0dfc4; border-radius: 10px; }
.shop-picture { flex: none; width: 34px; height: 34px; border-radius: 50%; background: #fdf0dc; }
.shop .shop-row-name { flex: 1 1 84px; font-weight: 550; text-decoration: none; }
.shop a.shop-row-name:hover { text-decoration: underline; }
.shop-price { color: #6b4a2f; font-variant-numeric: tabular-nums; white-space: nowrap; }
.shop-row-form { display: flex; align-items: center; gap: 6px; margin: 0; }
.shop-row-tools { display: flex; flex: 1 0 100%; align-items: center; gap: 14px; padding-left: 44px; }
.shop-total { display: flex; justify-content: space-between; padding: 4px 10px; font-variant-numeric: tabular-nums; }
.shop-total strong { font-size: 16px; }
.shop-button, .shop-button-small, .shop-button-quiet, .shop-link-button { font: inherit; cursor: pointer; }
.shop-button { justify-self: start; padding: 9px 16px; color: #ffffff; background: #b3591c; border: 1px solid #b3591c; border-radius: 8px; font-weight: 650; }
.shop-button:hover { background: #974813; border-color: #974813; }
.shop-button-small { padding: 4px 11px; color: #8f4311; background: #fff4e2; border: 1px solid #e8c79c; border-radius: 999px; font-size: 12px; font-weight: 600; }
.shop-button-small:hover { color: #ffffff; background: #b3591c; border-color: #b3591c; }
.shop .shop-button-quiet { display: inline-block; justify-self: start; padding: 7px 13px; color: #8f4311; background: #ffffff; border: 1px solid #e8c79c; border-radius: 8px; font-weight: 600; text-decoration: none; }
.shop-button-quiet:hover { background: #fff4e2; }
.shop-link-button { padding: 4px 0; color: #6b4a2f; background: none; border: 0; font-size: 12px; text-decoration: underline; text-underline-offset: 3px; text-decoration-color: #d9b48c; }
.shop-link-button:hover { color: #b3591c; }
.shop-form { display: grid; gap: 6px; margin: 0; }
.shop-form .shop-button, .shop-form .shop-button-quiet { margin-top: 4px; }
.shop-label { font-size: 12px; font-weight: 600; color: #6b4a2f; }
.shop-input, .shop-input-number { width: 100%; padding: 7px 10px; font: inherit; color: inherit; background: #ffffff; border: 1px solid #cfa877; border-radius: 8px; }
.shop-input-number { width: 52px; padding: 3px 6px; text-align: center; }
.shop-note { color: #75583d; font-size: 12px; }
.shop-empty { padding: 20px 12px; text-align: center; color: #75583d; background: #fffdf8; border: 1px dashed #e8c79c; border-radius: 10px; }
.shop-problem { padding: 10px 12px; color: #7a1f14; background: #fdecea; border: 1px solid #f2c4bd; border-radius: 10px; }
.shop-greeting { font-size: 14px; }
.shop-hero { display: flex; align-items: center; gap: 14px; padding: 12px; background: #ffffff; border: 1px solid #f0dfc4; border-radius: 12px; }
.shop-hero-picture { flex: none; width: 96px; height: 96px; border-radius: 14px; background: #fdf0dc; }
.shop-hero-words { display: grid; gap: 6px; }
.shop-hero-price { font-size: 15px; font-weight: 700; color: #8f4311; }
.shop-reviews { display: grid; gap: 6px; }
.shop-review { padding: 8px 12px; background: #ffffff; border: 1px solid #f0dfc4; border-radius: 10px; }
.shop-review-author { color: #75583d; font-size: 12px; }
.shop-footer { max-width: 680px; margin: 20px auto 0; color: #75583d; font-size: 11px; }
.shop-spoken { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`;
