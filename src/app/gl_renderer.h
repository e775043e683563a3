// Draws what Dear ImGui has laid out, with WebGL 2.
//
// The context belongs to this renderer alone: it sets the state that it needs and never reads any back, since
// a read waits for the graphics process (the stock backend spends 26 ms a frame on that). Textures follow
// ImGui's requests (ImTextureData): one byte a pixel, since nothing but glyphs and shapes is drawn.
#pragma once

struct ImDrawData;

namespace app {

class GlRenderer {
 public:
  // Makes the context of the canvas that the selector names. False: this browser has no WebGL 2.
  bool start(const char* canvas);

  // Clears the canvas with `background` (0xRRGGBB) and draws. Sizes are in device pixels.
  void draw(ImDrawData& frame, int width, int height, unsigned background);

  // The browser took the context away and gave it back: everything is uploaded again.
  void lose();
  void restore();
  bool lost() const { return lost_; }

 private:
  void make_program();
  void update_textures(ImDrawData& frame);
  void set_state(const ImDrawData& frame, int width, int height);

  int context_ = 0;
  bool lost_ = false;
  unsigned program_ = 0;
  int projection_ = -1;
  unsigned vertex_array_ = 0, vertices_ = 0, indices_ = 0;
};

}  // namespace app
