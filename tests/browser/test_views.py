"""Two views of one timer are one timer, and so is a cell that runs twice."""

import pytest
from driver import TimerPage

pytestmark = pytest.mark.browser


def test_two_views_show_one_state_and_make_one_hold(open_timer):
    timer = open_timer("timer = hiplog.HoldTimer(log)\ndisplay(timer, timer)")
    timer.press("Start", view=0)
    begin = timer.press("Start now", view=1)
    assert [timer.button("Stop", view=view).is_visible() for view in (0, 1)] == [True, True]
    timer.wait(3.2)
    seconds = begin.until(timer.press("Stop", view=0))
    timer.button("Start now", view=1).wait_for()
    (hold,) = timer.wait_for_holds(1)
    assert hold["hold_s"] in seconds


def test_a_rating_given_in_one_view_is_seen_in_the_other(open_timer):
    timer = open_timer("timer = hiplog.HoldTimer(log, target_s=1)\ndisplay(timer, timer)")
    timer.press("Start")
    timer.press("Start now")
    timer.press("Finish here")
    scales = [timer.view(view).get_by_role("group", name="Pain now, right side") for view in (0, 1)]
    scales[1].get_by_label("7", exact=True).check(force=True)
    assert scales[0].get_by_label("7", exact=True).is_checked()


def test_a_second_tab_of_the_notebook_says_where_the_hold_runs_and_may_take_it_over(open_timer):
    timer = open_timer()
    timer.press("Start")
    begin = timer.press("Start now")
    timer.command("docmanager:save")
    tab = TimerPage(timer.page.context.new_page(), timer.log)
    tab.page.goto(timer.page.url)
    tab.says("Your right hold is running on another page.")
    tab.resume()
    timer.says("It goes on elsewhere")
    seconds = begin.until(tab.press("Stop"))
    (hold,) = timer.wait_for_holds(1)
    tab.page.close()
    assert hold["hold_s"] in seconds


def test_a_timer_that_is_opened_past_its_cell_leaves_a_sentence_there_until_the_cell_runs_again(open_timer):
    timer = open_timer()
    timer.press("Start")
    timer.press("Start now")
    sentence = timer.page.locator(".jp-OutputArea").get_by_text("Your timer goes on where it was opened last")
    timer.execute("elsewhere = hiplog.HoldTimer(log)")  # a second tab's cell reaches this page in the same way
    sentence.wait_for()
    assert timer.view().count() == 0
    timer.run_all()
    timer.button("I'm still holding").wait_for()
    assert sentence.count() == 0
