"""Many people's logs, each by itself, by the measures that one person's is looked at with."""

from hiplog.study.bringing import BroughtTogether as BroughtTogether
from hiplog.study.charts import plot_dropout as plot_dropout
from hiplog.study.charts import plot_people as plot_people
from hiplog.study.example import example_study as example_study
from hiplog.study.study import Study as Study
from hiplog.study.together import dropout as dropout
from hiplog.study.together import sum_up as sum_up
