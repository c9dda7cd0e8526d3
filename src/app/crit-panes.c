/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crit-panes.h"

#include "crit-pane.h"

#include <adwaita.h>

/* The criteria fold below the sum of all three (1010), the sections below the first two (660). */
#define START_WIDTH 220
#define MIDDLE_WIDTH 440
#define END_WIDTH 350

enum
{
  START,
  MIDDLE,
  END,
  N_PANES
};

struct _CritPanes
{
  GtkWidget parent_instance;

  AdwFlap *outer; /* the criteria, and beside them everything else */
  AdwFlap *inner; /* the sections and the middle */
  GtkWidget *start;
  GtkWidget *middle;
  GtkWidget *end;
  GtkWidget *last_focus[N_PANES]; /* (nullable): where the focus was in each when it left; weak */
};

G_DEFINE_FINAL_TYPE (CritPanes, crit_panes, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_START,
  PROP_MIDDLE,
  PROP_END,
  PROP_START_FOLDED,
  PROP_END_FOLDED,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static gboolean
is_laid_over (AdwFlap *flap)
{
  return adw_flap_get_folded (flap) && adw_flap_get_reveal_flap (flap);
}

static GtkWidget *
get_pane (CritPanes *self, int pane)
{
  GtkWidget *panes[] = { self->start, self->middle, self->end };

  return panes[pane];
}

/* The pane that the keyboard focus is in; the middle where it is elsewhere. */
static int
find_pane (CritPanes *self, GtkWidget *focus)
{
  for (int pane = START; pane < N_PANES; pane++)
    if (focus != NULL && gtk_widget_is_ancestor (focus, get_pane (self, pane)))
      return pane;
  return MIDDLE;
}

static void
remember_focus (CritPanes *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  int pane = find_pane (self, focus);

  if (focus != NULL && gtk_widget_is_ancestor (focus, get_pane (self, pane)))
    g_set_weak_pointer (&self->last_focus[pane], focus);
}

/* To where it was in the pane; to its beginning where that is gone. */
static void
focus_pane (CritPanes *self, int pane)
{
  GtkWidget *last = self->last_focus[pane];

  if (last == NULL || !gtk_widget_get_mapped (last)
      || !gtk_widget_is_ancestor (last, get_pane (self, pane)) || !gtk_widget_grab_focus (last))
    gtk_widget_child_focus (get_pane (self, pane), GTK_DIR_TAB_FORWARD);
}

static gboolean
key_pressed_cb (CritPanes *self, guint key)
{
  if (key != GDK_KEY_Escape || !(is_laid_over (self->inner) || is_laid_over (self->outer)))
    return GDK_EVENT_PROPAGATE;
  crit_panes_focus_middle (self);
  return GDK_EVENT_STOP;
}

static void
start_folded_cb (CritPanes *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_START_FOLDED]);
}

static void
end_folded_cb (CritPanes *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_END_FOLDED]);
}

static void
crit_panes_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  CritPanes *self = CRIT_PANES (object);

  switch (property)
    {
    case PROP_START_FOLDED:
      g_value_set_boolean (value, crit_panes_is_start_folded (self));
      break;
    case PROP_END_FOLDED:
      g_value_set_boolean (value, crit_panes_is_end_folded (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
crit_panes_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  CritPanes *self = CRIT_PANES (object);
  GtkWidget *child = g_value_get_object (value);

  switch (property)
    {
    case PROP_START:
      crit_pane_set_child (CRIT_PANE (self->start), child);
      break;
    case PROP_MIDDLE:
      crit_pane_set_child (CRIT_PANE (self->middle), child);
      break;
    case PROP_END:
      crit_pane_set_child (CRIT_PANE (self->end), child);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
crit_panes_dispose (GObject *object)
{
  CritPanes *self = CRIT_PANES (object);

  for (int pane = START; pane < N_PANES; pane++)
    g_clear_weak_pointer (&self->last_focus[pane]);
  if (self->outer != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->outer));
  self->outer = NULL;
  G_OBJECT_CLASS (crit_panes_parent_class)->dispose (object);
}

static void
crit_panes_class_init (CritPanesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags writable = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = crit_panes_get_property;
  object_class->set_property = crit_panes_set_property;
  object_class->dispose = crit_panes_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  properties[PROP_START] = g_param_spec_object ("start", NULL, NULL, GTK_TYPE_WIDGET, writable);
  properties[PROP_MIDDLE] = g_param_spec_object ("middle", NULL, NULL, GTK_TYPE_WIDGET, writable);
  properties[PROP_END] = g_param_spec_object ("end", NULL, NULL, GTK_TYPE_WIDGET, writable);
  properties[PROP_START_FOLDED] =
      g_param_spec_boolean ("start-folded", NULL, NULL, FALSE, readable);
  properties[PROP_END_FOLDED] = g_param_spec_boolean ("end-folded", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static AdwFlap *
make_flap (GtkWidget *side, GtkWidget *rest, GtkPackType position)
{
  return g_object_new (ADW_TYPE_FLAP, "flap", side, "content", rest, "flap-position", position,
                       "separator", gtk_separator_new (GTK_ORIENTATION_VERTICAL),
                       "fold-threshold-policy", ADW_FOLD_THRESHOLD_POLICY_NATURAL, "fold-duration",
                       0, NULL);
}

static void
crit_panes_init (CritPanes *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->start = crit_pane_new (START_WIDTH);
  self->middle = crit_pane_new (MIDDLE_WIDTH);
  self->end = crit_pane_new (END_WIDTH);
  gtk_widget_add_css_class (self->start, "background");
  gtk_widget_add_css_class (self->end, "background");
  self->inner = make_flap (self->start, self->middle, GTK_PACK_START);
  self->outer = make_flap (self->end, GTK_WIDGET (self->inner), GTK_PACK_END);
  gtk_widget_set_parent (GTK_WIDGET (self->outer), GTK_WIDGET (self));
  g_signal_connect_object (self->inner, "notify::folded", G_CALLBACK (start_folded_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->outer, "notify::folded", G_CALLBACK (end_folded_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * crit_panes_is_start_folded:
 * @self: the panes
 *
 * Says whether there is no room for the sections beside the middle.
 *
 * Returns: whether they are folded
 */
gboolean
crit_panes_is_start_folded (CritPanes *self)
{
  g_return_val_if_fail (CRIT_IS_PANES (self), FALSE);
  return adw_flap_get_folded (self->inner);
}

/**
 * crit_panes_is_end_folded:
 * @self: the panes
 *
 * Says whether there is no room for the criteria beside the middle.
 *
 * Returns: whether they are folded
 */
gboolean
crit_panes_is_end_folded (CritPanes *self)
{
  g_return_val_if_fail (CRIT_IS_PANES (self), FALSE);
  return adw_flap_get_folded (self->outer);
}

/**
 * crit_panes_show_start:
 * @self: the panes
 *
 * Lays the sections over the middle where they are folded, and moves the keyboard focus to them.
 */
void
crit_panes_show_start (CritPanes *self)
{
  g_return_if_fail (CRIT_IS_PANES (self));

  remember_focus (self);
  if (adw_flap_get_folded (self->outer))
    adw_flap_set_reveal_flap (self->outer, FALSE);
  adw_flap_set_reveal_flap (self->inner, TRUE);
  focus_pane (self, START);
}

/**
 * crit_panes_show_end:
 * @self: the panes
 *
 * Lays the criteria over the middle where they are folded, and moves the keyboard focus to them.
 */
void
crit_panes_show_end (CritPanes *self)
{
  g_return_if_fail (CRIT_IS_PANES (self));

  remember_focus (self);
  if (adw_flap_get_folded (self->inner))
    adw_flap_set_reveal_flap (self->inner, FALSE);
  adw_flap_set_reveal_flap (self->outer, TRUE);
  focus_pane (self, END);
}

/**
 * crit_panes_show_middle:
 * @self: the panes
 *
 * Puts away what is laid over the middle.
 *
 * Returns: whether anything was
 */
gboolean
crit_panes_show_middle (CritPanes *self)
{
  gboolean over = FALSE;

  g_return_val_if_fail (CRIT_IS_PANES (self), FALSE);

  over = is_laid_over (self->inner) || is_laid_over (self->outer);
  if (is_laid_over (self->inner))
    adw_flap_set_reveal_flap (self->inner, FALSE);
  if (is_laid_over (self->outer))
    adw_flap_set_reveal_flap (self->outer, FALSE);
  return over;
}

/**
 * crit_panes_focus_middle:
 * @self: the panes
 *
 * Puts away what is laid over the middle and moves the keyboard focus to where it was there.
 */
void
crit_panes_focus_middle (CritPanes *self)
{
  g_return_if_fail (CRIT_IS_PANES (self));

  remember_focus (self);
  crit_panes_show_middle (self);
  focus_pane (self, MIDDLE);
}

/**
 * crit_panes_focus_next:
 * @self: the panes
 * @forward: FALSE to go to the one before
 *
 * Moves the keyboard focus to the next of the three, and there to where it was last; a folded one is laid over the
 * middle.
 */
void
crit_panes_focus_next (CritPanes *self, gboolean forward)
{
  GtkWidget *focus = NULL;

  g_return_if_fail (CRIT_IS_PANES (self));

  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  switch ((find_pane (self, focus) + (forward ? 1 : N_PANES - 1)) % N_PANES)
    {
    case START:
      crit_panes_show_start (self);
      break;
    case END:
      crit_panes_show_end (self);
      break;
    default:
      crit_panes_focus_middle (self);
    }
}
