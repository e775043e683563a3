#include "app/gl_renderer.h"

#include <GLES3/gl3.h>
#include <emscripten/html5_webgl.h>
#include <imgui.h>

#include <cstddef>
#include <cstdint>

namespace app {
namespace {

constexpr const char* kVertexShader = R"(#version 300 es
uniform mat4 projection;
layout(location = 0) in vec2 position;
layout(location = 1) in vec2 place;
layout(location = 2) in vec4 colour;
out vec2 texel;
out vec4 tint;
void main() {
  texel = place;
  tint = colour;
  gl_Position = projection * vec4(position, 0.0, 1.0);
})";

constexpr const char* kFragmentShader = R"(#version 300 es
precision mediump float;
uniform sampler2D glyphs;
in vec2 texel;
in vec4 tint;
out vec4 pixel;
void main() {
  pixel = vec4(tint.rgb, tint.a * texture(glyphs, texel).r);
})";

unsigned shader(unsigned kind, const char* source) {
  const unsigned made = glCreateShader(kind);
  glShaderSource(made, 1, &source, nullptr);
  glCompileShader(made);
  return made;
}

void upload(ImTextureData& texture) {
  GLuint name = static_cast<GLuint>(texture.GetTexID());
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  if (texture.Status == ImTextureStatus_WantCreate) {
    glGenTextures(1, &name);
    glBindTexture(GL_TEXTURE_2D, name);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, texture.Width, texture.Height, 0, GL_RED, GL_UNSIGNED_BYTE, texture.GetPixels());
    texture.SetTexID(static_cast<ImTextureID>(name));
  } else {
    glBindTexture(GL_TEXTURE_2D, name);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, texture.Width);
    for (const ImTextureRect& part : texture.Updates) {
      glTexSubImage2D(GL_TEXTURE_2D, 0, part.x, part.y, part.w, part.h, GL_RED, GL_UNSIGNED_BYTE,
                      texture.GetPixelsAt(part.x, part.y));
    }
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
  }
  texture.SetStatus(ImTextureStatus_OK);
}

// ImGui asks for the texture anew if it still needs it.
void forget(ImTextureData& texture) {
  texture.SetTexID(ImTextureID_Invalid);
  texture.SetStatus(ImTextureStatus_Destroyed);
}

}  // namespace

bool GlRenderer::start(const char* canvas) {
  EmscriptenWebGLContextAttributes wanted;
  emscripten_webgl_init_context_attributes(&wanted);
  wanted.majorVersion = 2;
  wanted.alpha = wanted.depth = wanted.stencil = wanted.antialias = false;
  context_ = static_cast<int>(emscripten_webgl_create_context(canvas, &wanted));
  if (context_ <= 0 || emscripten_webgl_make_context_current(context_) != EMSCRIPTEN_RESULT_SUCCESS) return false;
  make_program();
  return true;
}

void GlRenderer::make_program() {
  program_ = glCreateProgram();
  glAttachShader(program_, shader(GL_VERTEX_SHADER, kVertexShader));
  glAttachShader(program_, shader(GL_FRAGMENT_SHADER, kFragmentShader));
  glLinkProgram(program_);
  projection_ = glGetUniformLocation(program_, "projection");
  glGenVertexArrays(1, &vertex_array_);
  glGenBuffers(1, &vertices_);
  glGenBuffers(1, &indices_);

  glBindVertexArray(vertex_array_);
  glBindBuffer(GL_ARRAY_BUFFER, vertices_);
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_);
  const auto at = [](std::size_t offset) { return reinterpret_cast<const void*>(offset); };
  glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, sizeof(ImDrawVert), at(offsetof(ImDrawVert, pos)));
  glVertexAttribPointer(1, 2, GL_FLOAT, GL_FALSE, sizeof(ImDrawVert), at(offsetof(ImDrawVert, uv)));
  glVertexAttribPointer(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, sizeof(ImDrawVert), at(offsetof(ImDrawVert, col)));
  for (unsigned i = 0; i < 3; ++i) glEnableVertexAttribArray(i);
}

void GlRenderer::update_textures(ImDrawData& frame) {
  if (!frame.Textures) return;
  for (ImTextureData* texture : *frame.Textures) {
    if (texture->Status == ImTextureStatus_WantCreate || texture->Status == ImTextureStatus_WantUpdates) {
      upload(*texture);
    } else if (texture->Status == ImTextureStatus_WantDestroy && texture->UnusedFrames > 0) {
      const GLuint name = static_cast<GLuint>(texture->GetTexID());
      glDeleteTextures(1, &name);
      forget(*texture);
    }
  }
}

void GlRenderer::set_state(const ImDrawData& frame, int width, int height) {
  glViewport(0, 0, width, height);
  glEnable(GL_BLEND);
  glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  glEnable(GL_SCISSOR_TEST);
  const float left = frame.DisplayPos.x, top = frame.DisplayPos.y;
  const float right = left + frame.DisplaySize.x, bottom = top + frame.DisplaySize.y;
  const float projection[16] = {2 / (right - left), 0, 0, 0, 0, 2 / (top - bottom), 0, 0, 0, 0, -1, 0,
                                (right + left) / (left - right), (top + bottom) / (bottom - top), 0, 1};
  glUseProgram(program_);
  glUniformMatrix4fv(projection_, 1, GL_FALSE, projection);
  glBindVertexArray(vertex_array_);
  glBindBuffer(GL_ARRAY_BUFFER, vertices_);
}

void GlRenderer::draw(ImDrawData& frame, int width, int height, unsigned background) {
  if (lost_ || width <= 0 || height <= 0) return;
  update_textures(frame);
  glDisable(GL_SCISSOR_TEST);
  const auto part = [&](int shift) { return static_cast<float>((background >> shift) & 0xFF) / 255; };
  glClearColor(part(16), part(8), part(0), 1);
  glClear(GL_COLOR_BUFFER_BIT);
  set_state(frame, width, height);

  const ImVec2 origin = frame.DisplayPos, scale = frame.FramebufferScale;
  for (const ImDrawList* list : frame.CmdLists) {
    glBufferData(GL_ARRAY_BUFFER, list->VtxBuffer.size_in_bytes(), list->VtxBuffer.Data, GL_STREAM_DRAW);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, list->IdxBuffer.size_in_bytes(), list->IdxBuffer.Data, GL_STREAM_DRAW);
    for (const ImDrawCmd& command : list->CmdBuffer) {
      if (command.UserCallback) continue;
      const float left = (command.ClipRect.x - origin.x) * scale.x, top = (command.ClipRect.y - origin.y) * scale.y;
      const float right = (command.ClipRect.z - origin.x) * scale.x, bottom = (command.ClipRect.w - origin.y) * scale.y;
      if (right <= left || bottom <= top) continue;
      glScissor(static_cast<int>(left), static_cast<int>(static_cast<float>(height) - bottom), static_cast<int>(right - left),
                static_cast<int>(bottom - top));
      glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(command.GetTexID()));
      glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(command.ElemCount), GL_UNSIGNED_INT,
                     reinterpret_cast<const void*>(static_cast<std::uintptr_t>(command.IdxOffset * sizeof(ImDrawIdx))));
    }
  }
}

void GlRenderer::lose() {
  lost_ = true;
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) forget(*texture);
}

void GlRenderer::restore() {
  emscripten_webgl_make_context_current(context_);
  make_program();
  lost_ = false;
}

}  // namespace app
